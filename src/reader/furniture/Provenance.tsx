import type { FullStory } from '../../model/story.ts';
import { Said } from '../ui/Said.tsx';
import { words } from '../ui/words.ts';
import styles from './Provenance.module.css';

/** Where a story was taken over from, under which terms, and how machines took part in it; nothing when nothing is said. */
export function Provenance({ story }: { story: FullStory }) {
  const { source, rights, disclosure } = story;
  if (source === undefined && rights === undefined && disclosure === undefined) return null;
  return (
    <div className={`meta ${styles.provenance}`}>
      {source !== undefined && (
        <p>
          <Said>{words.from}</Said>{' '}
          {source.url === undefined ? source.name : <a href={source.url}>{source.name}</a>}
        </p>
      )}
      {disclosure !== undefined && <p>{disclosure}</p>}
      {rights !== undefined && <p>{rights}</p>}
    </div>
  );
}
