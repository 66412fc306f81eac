import type { Picture, Rendition } from '../../model/picture.ts';
import { useKeptFile } from '../ui/keptPictures.ts';
import { useFile } from '../ui/site.ts';
import { KeptImage } from './KeptImage.tsx';
import styles from './PictureImage.module.css';

interface Props {
  picture: Picture;
  sizes: string;
  isFirst?: boolean;
  /** In a row of trails all pictures take one shape: wide ones fill it, tall ones stand in it whole. */
  isTrail?: boolean;
}

/** The picture itself in the sizes there are. Its width and height are known, so nothing moves while it loads. */
export function PictureImage({ picture, sizes, isFirst = false, isTrail = false }: Props) {
  const file = useFile();
  const srcSet = (renditions: Rendition[]): string =>
    renditions.map(({ src, width }) => `${file(src)} ${width}w`).join(', ');
  const kept = useKeptFile([...picture.avif, ...picture.jpeg]);
  const fallback = picture.jpeg.at(-1)?.src ?? '';
  const isTall = picture.height > picture.width * 0.9;
  if (kept !== undefined) {
    return (
      <KeptImage
        file={kept}
        alt={picture.alt ?? ''}
        className={isTrail ? styles.trail : styles.whole}
        isTall={isTall}
        width={picture.width}
        height={picture.height}
      />
    );
  }
  return (
    <picture>
      <source type="image/avif" srcSet={srcSet(picture.avif)} sizes={sizes} />
      <img
        className={isTrail ? styles.trail : styles.whole}
        data-tall={isTall ? '' : undefined}
        srcSet={srcSet(picture.jpeg)}
        sizes={sizes}
        src={file(fallback)}
        alt={picture.alt ?? ''}
        width={picture.width}
        height={picture.height}
        {...(isFirst ? { fetchPriority: 'high' } : { loading: 'lazy', decoding: 'async' })}
      />
    </picture>
  );
}
