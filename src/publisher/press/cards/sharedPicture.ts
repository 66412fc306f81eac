import { absoluteAddress } from '../../../model/address.ts';
import type { Site } from '../../../model/edition.ts';
import { iconFiles } from '../../../model/icon.ts';
import type { Picture } from '../../../model/picture.ts';

/** A picture as other sites show it: an address of its own, and pixels. */
export interface SharedPicture {
  url: string;
  width: number;
  height: number;
  alt?: string;
}

/** Narrower ones are shown small, if at all. Source: Google Search Central, Article structured data, `image` */
const wanted = 1200;

/**
 * The JPEG of a picture to hand to others, since few of them read AVIF: the smallest that is wide enough, else the
 * largest there is.
 * @param url that of the edition
 */
export function sharedPicture(picture: Picture, url: string): SharedPicture | undefined {
  const rendition = picture.jpeg.find(({ width }) => width >= wanted) ?? picture.jpeg.at(-1);
  if (rendition === undefined) return undefined;
  const { src, width } = rendition;
  return {
    url: absoluteAddress(url, `/${src}`),
    width,
    height: Math.round((picture.height * width) / picture.width),
    ...(picture.alt === null || picture.alt === '' ? {} : { alt: picture.alt }),
  };
}

/** The largest icon of the edition: what stands for a page that has no picture. */
export function sharedIcon({ name, icon }: Site, url: string): SharedPicture | undefined {
  const largest = iconFiles(icon).findLast(({ purpose }) => purpose === 'any');
  if (largest === undefined) return undefined;
  const { path, size } = largest;
  return { url: absoluteAddress(url, `/${path}`), width: size, height: size, alt: name };
}
