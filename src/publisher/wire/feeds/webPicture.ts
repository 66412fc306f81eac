import { field } from '../field.ts';
import type { SourcePicture } from '../wireItem.ts';
import { lineOfText } from './htmlWords.ts';
import { textOf } from './jsonValue.ts';
import { parseWebAddress } from './webLink.ts';

interface Written {
  src: unknown;
  alt?: unknown;
  caption?: unknown;
  credit?: unknown;
  base?: string | undefined;
}

/** A picture that a source's fields name, its words plain; undefined without an address to fetch it from. */
export function webPicture({
  src,
  alt,
  caption,
  credit,
  base,
}: Written): SourcePicture | undefined {
  const address = textOf(src);
  const absolute = address === undefined ? undefined : parseWebAddress(address, base);
  if (absolute === undefined) return undefined;
  const words = (value: unknown): string | undefined =>
    lineOfText(textOf(value) ?? '') || undefined;
  return {
    src: absolute,
    alt: words(alt) ?? null,
    ...field('caption', words(caption)),
    ...field('credit', words(credit)),
  };
}
