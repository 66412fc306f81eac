import { foreignHtml, foreignNodes, type ForeignBody } from './feeds/foreignHtml.ts';
import { foreignText } from './feeds/foreignText.ts';
import { longestStandfirst } from './feeds/longSummary.ts';
import { htmlWords, lineOfText } from './feeds/htmlWords.ts';
import { feedPlayers, mediaDescription } from './xml/feedMedia.ts';
import type { SourceBlock } from './wireItem.ts';
import { htmlNodes } from './xml/htmlNodes.ts';
import type { XmlElement } from './xml/xmlElement.ts';

const fullNames = [
  'content:encoded',
  'xhtml:body',
  'xhtml:div',
  'body',
  'fullitem',
  'atom:content',
  'encoded',
];
const shortNames = [
  'description',
  'atom:summary',
  'itunes:summary',
  'media:description',
  'dc:description',
];

const summaryNames = ['excerpt:encoded', ...shortNames, 'itunes:subtitle'];

/** The text of an item, and after it what plays elsewhere. @param around what `xml:base` may be relative to */
export function rssBody(item: XmlElement, around: string | undefined, title: string): ForeignBody {
  const element = rssContent(item);
  const body = element === undefined ? foreignText('') : escapedHtml(element, around);
  const named = JSON.stringify(body.blocks);
  const players = feedPlayers(item, title, around).filter(
    (card) => card.type !== 'embed' || !named.includes(card.url),
  );
  return { ...body, blocks: [...body.blocks, ...players] };
}

/** The element that an item's text is in: its full text, else its description, else that of what it shows. */
export function rssContent(item: XmlElement): XmlElement | undefined {
  return (
    fullOf(item) ??
    item.all(...shortNames).find(({ text }) => text !== '') ??
    mediaDescription(item)
  );
}

/** What stands above the text: the description, when the text is somewhere else. */
export function rssSummary(item: XmlElement): string {
  const full = fullOf(item);
  if (full === undefined) return '';
  return lineOfText(item.textOf(...summaryNames) ?? '');
}

/** The same as blocks, where it is too long to stand there. */
export function setSummary(
  item: XmlElement,
  summary: string,
  around: string | undefined,
): SourceBlock[] | undefined {
  if (summary.length <= longestStandfirst) return undefined;
  const element = summaryNames.flatMap((name) => item.all(name)).find(({ text }) => text !== '');
  return element === undefined ? undefined : escapedHtml(element, around).blocks;
}

function fullOf(item: XmlElement): XmlElement | undefined {
  return item.all(...fullNames).find(({ text, elements }) => text !== '' || elements.length > 0);
}

/** HTML as an element's words or, as many feeds have it, as its children; plain text where there is no tag in it. */
function escapedHtml(element: XmlElement, around: string | undefined): ForeignBody {
  const base = element.baseFrom(around);
  if (element.elements.length > 0 || /^(?:xhtml:)?body$/.test(element.name)) {
    return foreignNodes(htmlNodes(element.children, around), { base });
  }
  const { text } = element;
  return /<\/?[a-z][^<>]*>/i.test(text)
    ? foreignHtml(text, { base })
    : foreignText(htmlWords(text));
}
