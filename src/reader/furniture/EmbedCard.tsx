import type { Block } from '../../model/body.ts';
import { useWordsLanguage } from '../ui/site.ts';
import { words } from '../ui/words.ts';
import styles from './EmbedCard.module.css';
import { hostOf } from './hostOf.ts';

/** What a source embedded from elsewhere, as a titled link that says where it leads. Nothing of it is loaded here. */
export function EmbedCard({ block }: { block: Extract<Block, { type: 'embed' }> }) {
  const { url, title, provider } = block;
  return (
    <p className={styles.card}>
      {provider !== undefined && <span className="meta">{provider}</span>}
      <a className={styles.title} href={url} rel="external">
        {title}
      </a>
      <span className="meta" lang={useWordsLanguage()}>
        {words.embedLeaves(hostOf(url))}
      </span>
    </p>
  );
}
