import { useId } from 'react';
import { storyAddress } from '../../model/address.ts';
import type { StoryTime } from '../../model/time.ts';
import type { Trail } from '../../model/trail.ts';
import { useSpoken, useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './Latest.module.css';

/** The newest stories by time. A story of the edition's own day shows the hour, an older one its date. */
export function Latest({ trails, published }: { trails: readonly Trail[]; published: StoryTime }) {
  const id = useId();
  const lang = useWordsLanguage();
  if (trails.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="label" id={id} lang={lang}>
        {words.latest}{' '}
        {published.clock !== undefined && (
          <span dir="auto">{words.updatedAt(published.clock)}</span>
        )}
      </h2>
      <ol className={styles.latest} data-wide={(published.clock?.length ?? 0) > 5 || undefined}>
        {trails.map((trail) => (
          <Row key={trail.slug} trail={trail} day={published.day} />
        ))}
      </ol>
    </section>
  );
}

function Row({ trail, day }: { trail: Trail; day: string }) {
  const spoken = useSpoken(trail);
  const { published } = trail;
  return (
    <li>
      {published === undefined ? (
        <span />
      ) : (
        <time className="meta" dateTime={published.at}>
          {published.day === day ? (published.clock ?? published.brief) : published.brief}
        </time>
      )}
      <SiteLink to={storyAddress(trail.slug)} {...spoken}>
        {trail.headline}
      </SiteLink>
    </li>
  );
}
