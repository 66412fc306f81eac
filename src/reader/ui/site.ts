import { createContext, useContext } from 'react';
import type { Site } from '../../model/edition.ts';
import { withBase } from '../../model/address.ts';
import type { Direction } from '../../model/language.ts';
import { languageOfWords } from './languageOfWords.ts';

type Ground = Pick<Site, 'name' | 'base' | 'language' | 'dir'>;

const SiteContext = createContext<Ground>({ name: '', base: '/', language: 'en', dir: 'ltr' });

/** What links and headlines need to know of the site. Stands around everything, so that furniture takes no `base` prop. */
export const SiteProvider = SiteContext.Provider;

/** Name, base path, language and direction of the site. */
export const useSite = (): Ground => useContext(SiteContext);

/** Base path of the site, `/` or `/news/`. */
export function useBase(): string {
  return useContext(SiteContext).base;
}

/** Language tag of the site, `en-GB`. */
export function useLanguage(): string {
  return useContext(SiteContext).language;
}

/** Language of the interface's words, for the `lang` of what holds them: only where it is not the site's. */
export function useWordsLanguage(): string | undefined {
  const language = useLanguage();
  const own = languageOfWords(language);
  return own === language ? undefined : own;
}

/** An address of the edition (`/story/x`) as a link on the host (`/news/story/x`). */
export function useHref(address: string): string {
  return withBase(useContext(SiteContext).base, address);
}

/** Makes links on the host of files that the documents name without a leading slash (`media/x.jpg`). */
export function useFile(): (path: string) => string {
  const { base } = useContext(SiteContext);
  return (path) => base + path;
}

/** `lang` and `dir` of a piece of copy, only where they differ from the site's. */
export function useSpoken(copy: { language?: string; dir?: Direction }): {
  lang?: string;
  dir?: Direction;
} {
  const site = useContext(SiteContext);
  return {
    ...(copy.language !== undefined && copy.language !== site.language && { lang: copy.language }),
    ...(copy.dir !== undefined && copy.dir !== site.dir && { dir: copy.dir }),
  };
}
