import { useWordsLanguage } from './site.ts';
import { useScripted } from './useScripted.ts';
import { words } from './words.ts';

/** Says that something is on its way. Not without script, where nothing would ever come. */
export function LoadingLine() {
  const lang = useWordsLanguage();
  return useScripted() ? (
    <p className="meta" lang={lang}>
      {words.loading}
    </p>
  ) : null;
}
