import { cleanName } from './cleanText.ts';
import { embedCard } from './feeds/embedCard.ts';
import { foreignHtml, foreignNodes, type ForeignBody } from './feeds/foreignHtml.ts';
import { foreignText } from './feeds/foreignText.ts';
import { lineOfHtml, lineOfText } from './feeds/htmlWords.ts';
import { webPicture } from './feeds/webPicture.ts';
import type { SourcePicture } from './wireItem.ts';
import { feedPlayers, mediaDescription } from './xml/feedMedia.ts';
import { htmlNodes } from './xml/htmlNodes.ts';
import type { XmlElement } from './xml/xmlElement.ts';

type Kind = 'text' | 'html' | 'xhtml' | 'other';

/** What an element's words are: by `type` as Atom 1.0 has it, by `type` and `mode` as 0.3 has it. */
function kindOf(element: XmlElement): Kind {
  const type = (element.attribute('type') ?? 'text').toLowerCase().replace(/;.*$/s, '').trim();
  const mode = element.attribute('mode')?.toLowerCase();
  const hasMarkup = element.elements.length > 0;
  if (type === 'xhtml' || /^application\/(?:xhtml\+)?xml$|^text\/xml$/.test(type)) return 'xhtml';
  if (type === 'html' || type === 'text/html')
    return hasMarkup && mode !== 'escaped' ? 'xhtml' : 'html';
  if (type === 'text' || type.startsWith('text/')) return hasMarkup ? 'xhtml' : 'text';
  return /[+/]xml$/.test(type) ? 'xhtml' : 'other';
}

function wordsOf(element: XmlElement): string {
  if (element.attribute('mode')?.toLowerCase() !== 'base64') return element.text;
  return Buffer.from(element.text, 'base64').toString('utf8');
}

/** A text construct (RFC 4287, 3.1) as one plain line. */
export function atomLine(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  switch (kindOf(element)) {
    case 'html':
      return lineOfHtml(wordsOf(element));
    case 'text':
      // Nothing in 0.3 says so, but its plain text is HTML more often than not.
      return element.attribute('mode') === undefined
        ? cleanName(wordsOf(element))
        : lineOfText(wordsOf(element));
    case 'xhtml':
    case 'other':
      return cleanName(element.text);
  }
}

/** An entry's text; its summary where there is no other. */
interface AtomBody extends ForeignBody {
  /** Of the words, where they are in another than the entry. */
  language: string | undefined;
  isSummary: boolean;
  /** The content is a picture. */
  picture?: SourcePicture;
}

/** @param around what `xml:base` may be relative to */
export function atomBody(entry: XmlElement, around: string | undefined, title: string): AtomBody {
  const content = entry
    .all('atom:content')
    .find((one) => kindOf(one) !== 'other' || one.attribute('src') !== undefined);
  const summary = entry.first('atom:summary');
  const src = content?.attribute('src');
  const isEmpty = content === undefined || (content.text === '' && content.elements.length === 0);
  const written = isEmpty ? (summary ?? mediaDescription(entry)) : content;
  const body = written === undefined ? foreignText('') : constructBody(written, around);
  const named = JSON.stringify(body.blocks);
  const players = feedPlayers(entry, title, around).filter(
    (card) => card.type !== 'embed' || !named.includes(card.url),
  );
  const result: AtomBody = {
    ...body,
    blocks: [...body.blocks, ...players],
    language: written?.language,
    isSummary: isEmpty && summary !== undefined,
  };
  if (src === undefined || content === undefined) return result;
  const from = content.baseFrom(around);
  if (/^image\//i.test(content.attribute('type') ?? '')) {
    const picture = webPicture({ src, base: from });
    return picture === undefined ? result : { ...result, picture };
  }
  // What stands elsewhere is never fetched on the word of a feed.
  const card = embedCard(src, title, from);
  return card === undefined ? result : { ...result, blocks: [...result.blocks, card] };
}

function constructBody(element: XmlElement, around: string | undefined): ForeignBody {
  const base = element.baseFrom(around);
  switch (kindOf(element)) {
    case 'xhtml':
      return foreignNodes(htmlNodes(element.children, around), { base });
    case 'html':
      return foreignHtml(wordsOf(element), { base });
    case 'text': {
      const text = wordsOf(element);
      const isEscaped = element.attribute('mode') !== undefined && /<\/?[a-z][^<>]*>/i.test(text);
      return isEscaped ? foreignHtml(text, { base }) : foreignText(text);
    }
    case 'other':
      return foreignText('');
  }
}
