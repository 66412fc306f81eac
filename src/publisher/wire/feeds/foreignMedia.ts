import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { cleanWords } from '../cleanText.ts';
import { attributesOf, isElement } from '../htmlInlines.ts';
import type { Attributes } from '../htmlTags.ts';
import type { Scope } from './bodyBuilder.ts';
import { embedCard } from './embedCard.ts';
import { foreignPicture } from './foreignPicture.ts';
import type { Entered, Walk } from './foreignWalk.ts';
import { isTracker } from './trackers.ts';
import { parseWebAddress } from './webLink.ts';

const media = new Set([
  'img',
  'iframe',
  'embed',
  'object',
  'video',
  'audio',
  'frame',
  'applet',
  'image',
]);
/** Pictures that stand for a letter. */
const emoji = /(?:^|[\s/])(?:wp-smiley|emoji|images\/core\/emoji\/\S*)(?:\s|$)/;

export const isMedia = (tag: string): boolean => media.has(tag);

/** Pictures become pictures beside their words; what plays or runs elsewhere becomes a link card with a title. */
export function enterMedia(
  element: Tree.Element,
  attributes: Attributes,
  scope: Scope,
  walk: Walk,
): Entered | undefined {
  const { builder, losses, base } = walk;
  const { tagName: tag } = element;
  if (tag === 'img' || tag === 'image') {
    readPicture(attributes, setsAround(element), scope, walk);
    return undefined;
  }
  const sources = [
    attributes['src'] ?? '',
    ...['data-src', 'data-lazy-src', 'data', 'data-url'].flatMap((name) => attributes[name] ?? []),
    ...element.childNodes.filter(isElement).map((child) => attributesOf(child)['src'] ?? ''),
  ].filter((src) => src.trim() !== '' && src.trim() !== 'about:blank');
  const title = attributes['title'] ?? attributes['aria-label'] ?? '';
  const address = sources.map((src) => parseWebAddress(src, base)).find((src) => src !== undefined);
  const card = address === undefined ? undefined : embedCard(address, title, base);
  if (card === undefined || address === undefined || isTracker(address, attributes)) {
    losses.element(`<${tag}>`);
  } else {
    builder.flush();
    builder.emit(card);
  }
  // What an object holds is shown where it cannot play; what the others hold is never seen.
  return tag === 'object' ? { scope, leave: () => builder.flush() } : undefined;
}

/** Nodes of a `picture` that are looked at; real ones have some ten. */
const pictureNodes = 100;

/** The other sizes and shapes that a `picture` offers beside its `img`, which is the first in it. */
function setsAround(image: Tree.Element): string[] {
  if (image.parentNode?.nodeName !== 'picture') return [];
  const parts = image.parentNode.childNodes.slice(0, pictureNodes).filter(isElement);
  if (parts.find(({ tagName }) => tagName === 'img') !== image) return [];
  return parts.flatMap((one) => attributesOf(one)['srcset'] ?? []);
}

function readPicture(
  attributes: Attributes,
  sets: readonly string[],
  scope: Scope,
  walk: Walk,
): void {
  const { builder, losses } = walk;
  const { alt = '', class: classes = '', src = '' } = attributes;
  if (alt !== '' && (emoji.test(classes) || emoji.test(src))) {
    builder.words(cleanWords(alt), scope);
    return;
  }
  if (/(?:^|\s)kg-bookmark-icon(?:\s|$)/.test(classes)) return;
  const picture = foreignPicture(attributes, walk, sets);
  if (isTracker(picture?.src ?? src, attributes)) {
    losses.element('tracking pixel');
    return;
  }
  if (picture === undefined) {
    losses.picture();
    return;
  }
  if (picture.alt === null) losses.undescribed();
  const last = builder.frame.blocks.at(-1);
  // Pages repeat in <noscript> the picture that a script would load.
  if (last?.type === 'picture' && last.picture.src === picture.src) return;
  builder.picture({ type: 'picture', picture });
}
