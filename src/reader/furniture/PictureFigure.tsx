import type { Picture } from '../../model/picture.ts';
import { useKeptFile } from '../ui/keptPictures.ts';
import { useFile } from '../ui/site.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { words } from '../ui/words.ts';
import { PictureImage } from './PictureImage.tsx';
import styles from './PictureFigure.module.css';

interface Props {
  picture: Picture;
  /** As in the `sizes` attribute: how wide the picture stands at which page width. */
  sizes: string;
  /** The picture the page opens with is fetched first; all others when they come near. */
  isFirst?: boolean;
  className?: string | undefined;
}

/** A picture of a story with its caption and credit. It leads to its largest size, by a plain link. */
export function PictureFigure({ picture, sizes, isFirst = false, className = '' }: Props) {
  const file = useFile();
  const isKept = useKeptFile([...picture.avif, ...picture.jpeg]) !== undefined;
  // Of a kept picture there is the one size that is on the page.
  const largest = isKept ? undefined : picture.jpeg.at(-1);
  const image = <PictureImage picture={picture} sizes={sizes} isFirst={isFirst} />;
  return (
    <figure className={`${styles.figure} ${className}`}>
      {largest === undefined ? (
        image
      ) : (
        <a href={file(largest.src)} aria-label={words.openPicture(picture.alt ?? '')}>
          {image}
        </a>
      )}
      <Caption picture={picture} />
    </figure>
  );
}

/** Caption and credit; to those who listen also that nobody has described the picture. */
export function Caption({ picture: { alt, caption, credit } }: { picture: Picture }) {
  if (caption === undefined && credit === undefined && alt !== null) return null;
  return (
    <figcaption className={`meta ${styles.caption}`}>
      {alt === null && <VisuallyHidden>{words.undescribed}. </VisuallyHidden>}
      {caption}
      {credit !== undefined && <small>{credit}</small>}
    </figcaption>
  );
}
