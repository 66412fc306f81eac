import type { Trail } from '../../model/trail.ts';
import { useSpoken } from '../ui/site.ts';
import { HeadlineLink } from './HeadlineLink.tsx';
import { Kicker } from './Kicker.tsx';
import { PictureImage } from './PictureImage.tsx';
import styles from './SecondTier.module.css';
import { TrailMeta } from './TrailMeta.tsx';

const sizes = '(width >= 84rem) 24rem, (width >= 64rem) 30vw, (width >= 48rem) 46vw, 100vw';

/** The stories after the lead: the first large with its picture, the others ruled beside it. */
export function SecondTier({ trails, day }: { trails: readonly Trail[]; day: string }) {
  const [first, ...rest] = trails;
  if (first === undefined) return null;
  return (
    <div className={styles.second}>
      <Card trail={first} day={day} isFirst />
      {rest.length > 0 && (
        <div className={styles.rest}>
          {rest.map((trail) => (
            <Card key={trail.slug} trail={trail} day={day} />
          ))}
        </div>
      )}
    </div>
  );
}

function Card({ trail, day, isFirst = false }: { trail: Trail; day: string; isFirst?: boolean }) {
  const spoken = useSpoken(trail);
  return (
    <article className={styles.card} {...spoken}>
      {isFirst && trail.picture !== undefined && (
        <figure className={styles.figure}>
          <PictureImage picture={trail.picture} sizes={sizes} isTrail />
        </figure>
      )}
      <Kicker kicker={trail.kicker} label={trail.label} section={trail.section?.name} />
      <HeadlineLink trail={trail} level={2} size={isFirst ? 1 : 2} />
      {trail.summary !== undefined && <p className="summary">{trail.summary}</p>}
      <TrailMeta trail={trail} day={day} />
    </article>
  );
}
