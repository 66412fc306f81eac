import { keysOf, newsmlPicture, residuesOf, spanOf, statusOf } from './newsmlG2Picture.ts';
import { anySizeKey } from './feeds/anySizeKey.ts';
import type { SourcePicture } from './wireItem.ts';
import type { XmlElement } from './xml/xmlElement.ts';

interface Shown {
  picture: SourcePicture | undefined;
  keys: readonly string[];
}

/** The pictures of a message, by what stories name them by. */
export interface PictureItems {
  /** What an item shows, and under which keys, made once for all stories that name it. */
  shownBy: (item: XmlElement) => Shown;
  byGuid: ReadonlyMap<string, XmlElement>;
  byKey: ReadonlyMap<string, readonly XmlElement[]>;
  /** Keys under which there are more with times of their own than are looked at. */
  crowded: ReadonlySet<string>;
  /** See Surroundings. */
  bindingOf: (key: string) => number | undefined;
}

/** Items of one address that are looked at for a text that shows it; a hostile message has thousands. */
export const mostAlike = 20;

/** The pictures of a message, each in its newest version. @param base what addresses are relative to */
export function pictureItems(items: readonly XmlElement[], base: string | undefined): PictureItems {
  const byGuid = new Map<string, XmlElement>();
  const nameless: XmlElement[] = [];
  for (const item of items) {
    const guid = item.attribute('guid');
    if (guid === undefined) nameless.push(item);
    else if (isNewer(item, byGuid.get(guid))) byGuid.set(guid, item);
  }
  const byKey = new Map<string, Map<string, XmlElement>>();
  const crowded = new Set<string>();
  for (const item of [...byGuid.values(), ...nameless]) {
    const { embargo, expires } = spanOf(item);
    // Of those that bind alike, one binds for all.
    const standing = bindingOfItem(item) === 2 ? 'held' : JSON.stringify([embargo, expires]);
    for (const key of keysOf(item, base)) {
      const alike = byKey.get(key) ?? new Map<string, XmlElement>();
      byKey.set(key, alike);
      if (alike.has(standing)) continue;
      if (alike.size < mostAlike) alike.set(standing, item);
      else crowded.add(key);
    }
  }
  for (const key of crowded) byKey.delete(key);
  const lists = new Map([...byKey].map(([key, alike]) => [key, [...alike.values()]]));
  const bindingOf = (key: string): number | undefined => {
    if (crowded.has(key)) return 2;
    const bindings = lists.get(key)?.map(bindingOfItem);
    return bindings && Math.max(...bindings);
  };
  const made = new Map<XmlElement, Shown>();
  const shownBy = (item: XmlElement): Shown => {
    const shown = made.get(item) ?? {
      picture: newsmlPicture(item, base),
      keys: keysOf(item, base),
    };
    made.set(item, shown);
    return shown;
  };
  return { shownBy, byGuid, byKey: lists, crowded, bindingOf };
}

/** Of two with one version the one that binds more is heard. */
function isNewer(item: XmlElement, known: XmlElement | undefined): boolean {
  if (known === undefined) return true;
  const difference = versionOf(item) - versionOf(known);
  return difference === 0 ? bindingOfItem(item) > bindingOfItem(known) : difference > 0;
}

function versionOf(item: XmlElement): number {
  // Some write `v2`.
  return Number(/\d+(?:\.\d+)?/.exec(item.attribute('version') ?? '')?.[0] ?? 0);
}

function bindingOfItem(item: XmlElement): number {
  if (statusOf(item) !== 'usable') return 2;
  const { embargo, expires } = spanOf(item);
  return embargo === undefined && expires === undefined ? 0 : 1;
}

/**
 * The pictures of a message that are no part of any story of it: none links to them, and none shows them.
 * @param base what addresses are relative to
 */
export function loosePictures(
  pictures: readonly XmlElement[],
  stories: readonly XmlElement[],
  base: string | undefined,
): XmlElement[] {
  const linked = new Set(stories.flatMap(residuesOf));
  const loose = pictures.filter((one) => !linked.has(one.attribute('guid') ?? ''));
  if (loose.length === 0) return [];
  const shown = new Set(stories.flatMap((story) => shownKeys(story, base)));
  return loose.filter((one) => !keysOf(one, base).some((key) => shown.has(key)));
}

/** Keys of what a story's text names as a source, in whatever vocabulary: a quick look, as all of it is read later. */
function shownKeys(story: XmlElement, base: string | undefined): string[] {
  const set = story.first('nar:contentSet');
  const inXml = (set?.findAll(() => true) ?? []).flatMap((one) => {
    const src = one.attribute('src') ?? one.attribute('source') ?? one.attribute('href');
    return src === undefined ? [] : anySizeKey(src, one.baseFrom(base));
  });
  const inHtml = (set?.all('nar:inlineData') ?? []).flatMap((data) => {
    const around = data.baseFrom(base);
    const named = data.text.matchAll(/\bsrc\s*=\s*["']?([^\s"'<>]{1,4000})/gi);
    return [...named].map(([, src = '']) => anySizeKey(src.replaceAll('&amp;', '&'), around));
  });
  return [...inXml, ...inHtml];
}
