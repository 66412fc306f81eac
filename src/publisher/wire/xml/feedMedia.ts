import { fileNameOf, isDocument } from '../feeds/attachedDocument.ts';
import { embedCard } from '../feeds/embedCard.ts';
import { isTracker } from '../feeds/trackers.ts';
import { webPicture } from '../feeds/webPicture.ts';
import type { SourceBlock, SourcePicture } from '../wireItem.ts';
import type { XmlElement } from './xmlElement.ts';

/** Widest picture asked for, in pixels; originals of cameras are larger than anything shown. */
const widest = 4000;
const pictureFile = /\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i;
const playedFile = /\.(?:mp3|m4a|mp4|m4v|mov|ogg|oga|ogv|wav|webm)(?:$|[?#])/i;

/** An attached file, wherever the feed names it. */
interface Attached {
  url: string;
  type: string;
  width: number;
  /** The element it was named by, for its words. */
  element: XmlElement;
}

/** Attached files of an item: Media RSS, enclosures of RSS and of Atom. */
function attachedTo(item: XmlElement): Attached[] {
  const groups = item.all('media:group');
  const contents = [item, ...groups].flatMap((holder) => holder.all('media:content'));
  const links = item
    .all('atom:link')
    .filter((link) => /(?:^|\/)enclosure$/i.test(link.attribute('rel') ?? ''));
  return [...contents, ...item.all('enclosure', 'atom:enclosure'), ...links].map((element) => ({
    url:
      element.attribute('url') ??
      element.attribute('href') ??
      element.attribute('rdf:resource') ??
      '',
    type: (element.attribute('medium') ?? element.attribute('type') ?? '').toLowerCase(),
    width: Number(element.attribute('width')) || 0,
    element,
  }));
}

/** The picture an item is shown with: the widest that is not larger than needed, else its thumbnail. */
export function feedPicture(item: XmlElement, base: string | undefined): SourcePicture | undefined {
  const size = ({ width }: Attached): number => (width > widest ? 0.5 : width || 1);
  const rank = ({ url }: Attached): number => (isTracker(url, {}) ? 1 : 0);
  const isDot = ({ element }: Attached): boolean =>
    isTracker('', {
      width: element.attribute('width') ?? '',
      height: element.attribute('height') ?? '',
    });
  const pictures = attachedTo(item)
    .filter((one) => !isDot(one))
    .filter(
      ({ url, type }) =>
        /^image(?:$|\/(?!svg))/.test(type) || (type === '' && pictureFile.test(url)),
    )
    .toSorted((one, other) => rank(one) - rank(other) || size(other) - size(one));
  for (const { url, element } of pictures) {
    const picture = webPicture({
      src: url,
      ...wordsOf(element, item),
      base: element.baseFrom(base),
    });
    if (picture !== undefined) return picture;
  }
  const thumbnails = [item, ...item.all('media:group'), ...item.all('media:content')]
    .flatMap((holder) => holder.all('media:thumbnail'))
    .toSorted(
      (one, other) =>
        (Number(other.attribute('width')) || 0) - (Number(one.attribute('width')) || 0),
    );
  const [image] = [
    ...thumbnails.map((one) => one.attribute('url')),
    ...item.all('itunes:image').map((one) => one.attribute('href') ?? one.attribute('url')),
    ...item.all('image').map((one) => one.textOf('url') ?? one.attribute('href')),
  ].filter((url) => url !== undefined);
  return webPicture({ src: image, ...wordsOf(undefined, item), base: item.baseFrom(base) });
}

function wordsOf(
  content: XmlElement | undefined,
  item: XmlElement,
): { alt: string | undefined; caption: string | undefined; credit: string | undefined } {
  const holders = [content, ...item.all('media:group'), item].filter((one) => one !== undefined);
  const find = (name: string): string | undefined =>
    holders.map((holder) => holder.textOf(name)).find((text) => text !== undefined);
  const credit = find('media:credit') ?? find('media:copyright');
  // A description on the item is that of the item.
  const caption = (content ?? item.first('media:thumbnail'))?.textOf('media:description');
  return { alt: content?.attribute('alt'), caption, credit };
}

/** What plays elsewhere and what documents are attached, as link cards: under their own title, else the item's. */
export function feedPlayers(
  item: XmlElement,
  title: string,
  base: string | undefined,
): SourceBlock[] {
  const seen = new Set<string>();
  return attachedTo(item).flatMap(({ url, type, element }): SourceBlock[] => {
    const isPaper = isDocument(type, url);
    const isPlayed = /^(?:audio|video)(?:$|\/)/.test(type) || (type === '' && playedFile.test(url));
    if (!isPaper && !isPlayed) return [];
    const own = element.textOf('media:title') ?? element.attribute('title');
    const words = own ?? (isPaper ? fileNameOf(url) : title);
    const card = embedCard(url, words, element.baseFrom(base));
    // A group holds one recording in several sizes.
    const key = element.parent?.name === 'media:group' ? 'group' : card?.url;
    if (card === undefined || key === undefined || seen.has(key)) return [];
    seen.add(key);
    return [card];
  });
}

/** The words of what an item shows, as those who film put them: beside the files, in a group. */
export function mediaDescription(item: XmlElement): XmlElement | undefined {
  return [...item.all('media:group'), ...item.all('media:content')]
    .flatMap((holder) => holder.all('media:description'))
    .find(({ text }) => text !== '');
}
