import { authorAddress } from '../../model/address.ts';
import type { Byline as BylineText } from '../../model/story.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import styles from './Byline.module.css';
import { bylineParts } from './bylineParts.ts';

/** The byline as the publisher wrote it, its authors leading to their pages. */
export function Byline({ byline }: { byline: BylineText }) {
  const parts = bylineParts(byline);
  return (
    <address className={`meta ${styles.byline}`}>
      {parts.map(({ text, slug }, index) =>
        slug === undefined ? (
          text
        ) : (
          <SiteLink key={index} to={authorAddress(slug)} rel="author">
            {text}
          </SiteLink>
        ),
      )}
    </address>
  );
}
