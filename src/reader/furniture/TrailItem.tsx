import type { Trail } from '../../model/trail.ts';
import { useSpoken } from '../ui/site.ts';
import { HeadlineLink } from './HeadlineLink.tsx';
import { Kicker } from './Kicker.tsx';
import { PictureImage } from './PictureImage.tsx';
import styles from './TrailItem.module.css';
import { TrailMeta } from './TrailMeta.tsx';

const largeSizes = '(width >= 64rem) 26rem, (width >= 48rem) 40vw, 100vw';
const smallSizes = '(width >= 48rem) 11rem, 7rem';

/** A story in a ruled list. `isLarge` is for the first, when it has a picture. */
export function TrailItem({ trail, isLarge = false }: { trail: Trail; isLarge?: boolean }) {
  const spoken = useSpoken(trail);
  // The picture comes first: by it the words have their place, also while the rest is still on its way.
  return (
    <li className={styles.item} data-large={isLarge ? '' : undefined}>
      {trail.picture !== undefined && (
        <figure className={styles.figure}>
          <PictureImage
            picture={trail.picture}
            sizes={isLarge ? largeSizes : smallSizes}
            isFirst={isLarge}
            isTrail
          />
        </figure>
      )}
      <article className={styles.copy} {...spoken}>
        <Kicker kicker={trail.kicker} label={trail.label} />
        <HeadlineLink trail={trail} level={2} size={isLarge ? 1 : 2} />
        {trail.summary !== undefined && <p className="summary">{trail.summary}</p>}
        <TrailMeta trail={trail} showByline />
      </article>
    </li>
  );
}
