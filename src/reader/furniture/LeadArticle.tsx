import { storyAddress } from '../../model/address.ts';
import type { Lead } from '../../model/edition.ts';
import { useSpoken } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { Kicker } from './Kicker.tsx';
import styles from './LeadArticle.module.css';
import { Caption } from './PictureFigure.tsx';
import { PictureImage } from './PictureImage.tsx';
import { TrailMeta } from './TrailMeta.tsx';

const sizes = '(width >= 84rem) 31rem, (width >= 64rem) 38vw, (width >= 48rem) 58vw, 100vw';

/** The chosen top story of the front page. */
export function LeadArticle({ lead, day }: { lead: Lead; day: string }) {
  const { trail, standfirst, opening } = lead;
  const spoken = useSpoken(trail);
  // Without a standfirst the lede itself, the first paragraph, stands large under the headline.
  const [firstWords, others] =
    standfirst === undefined ? [opening[0], opening.slice(1)] : [undefined, opening];
  return (
    <article
      className={`lead ${styles.lead}`}
      data-picture={trail.picture === undefined ? undefined : ''}
      {...spoken}
    >
      <header className={styles.head}>
        <Kicker kicker={trail.kicker} label={trail.label} section={trail.section?.name} />
        <h2 className={`headline ${styles.headline}`}>
          <SiteLink to={storyAddress(trail.slug)}>{trail.headline}</SiteLink>
        </h2>
      </header>
      {trail.picture !== undefined && (
        <figure className={styles.figure}>
          <PictureImage picture={trail.picture} sizes={sizes} isFirst />
          <div className={styles.caption}>
            <Caption picture={trail.picture} />
          </div>
        </figure>
      )}
      <div className={styles.copy}>
        {standfirst !== undefined && <p className="standfirst">{standfirst}</p>}
        {firstWords !== undefined && <p className={styles.lede}>{firstWords}</p>}
        <TrailMeta trail={trail} day={day} showByline />
        {others.length > 0 && (
          <div className={styles.opening}>
            {others.map((paragraph, index) => (
              <p key={index} className="summary">
                {paragraph}
              </p>
            ))}
          </div>
        )}
      </div>
    </article>
  );
}
