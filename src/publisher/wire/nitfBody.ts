import { foreignNodes, type ForeignBody } from './feeds/foreignHtml.ts';
import type { Surroundings } from './feeds/foreignWalk.ts';
import type { SourcePicture } from './wireItem.ts';
import { htmlNodes, xhtmlAttributes, type Html } from './xml/htmlNodes.ts';
import { nitfFigure } from './nitfMedia.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** Elements that NITF has under another name than HTML. */
const tags: Readonly<Record<string, string>> = {
  'body.content': 'div',
  'body.end': 'div',
  block: 'div',
  bq: 'blockquote',
  credit: 'cite',
  hl1: 'h2',
  hl2: 'h2',
  fn: 'p',
  tagline: 'p',
  abstract: 'div',
  byline: 'p',
  dateline: 'p',
  datasource: 'p',
  note: 'div',
  'object.title': 'em',
  'nitf-table': 'div',
};
/** Elements that HTML has under the same name. */
const same =
  /^(?:p|ol|ul|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|pre|hr|br|a|em|q|sub|sup|lang|col|colgroup)$/;
/** What is for machines, or for editors. */
const unsaid =
  /^(?:alt-code|media-metadata|nitf-table-metadata|nitf-colgroup|correction|ed-msg|bibliography|frac-sep)$/;

/**
 * The text of a story, and the picture that opens it.
 * @param base what addresses are relative to
 * @param bound what is said of pictures around it
 */
export function nitfBody(
  body: XmlElement | undefined,
  base: string | undefined,
  bound: Pick<Surroundings, 'bindingOf'> = {},
): {
  blocks: ForeignBody;
  picture: SourcePicture | undefined;
} {
  const parts = body?.all('nitf:body.content', 'nitf:body.end') ?? [];
  const blocks = foreignNodes(htmlNodes(parts, base, asHtml), { ...bound, base });
  const [first] = blocks.blocks;
  return { blocks, picture: first?.type === 'picture' ? first.picture : undefined };
}

function asHtml(element: XmlElement): Html | undefined {
  const { local } = element;
  // What nitfFigure makes is HTML already.
  if (element.name.startsWith('xhtml:'))
    return { tag: local, attributes: xhtmlAttributes(element, undefined) };
  if (unsaid.test(local) || isForEditors(element)) return undefined;
  if (local === 'media') return nitfFigure(element);
  if (local === 'frac') return { tag: 'span', children: fraction(element) };
  if (local === 'lang')
    return {
      tag: 'span',
      attributes: { lang: element.attribute('iso') ?? element.attribute('lang') ?? '' },
    };
  if (local === 'pronounce') return { tag: 'span' };
  if (
    local === 'em' &&
    /bold/i.test(element.attribute('class') ?? element.attribute('style') ?? '')
  )
    return { tag: 'strong' };
  const tag = Object.hasOwn(tags, local) ? tags[local] : undefined;
  if (tag !== undefined) return { tag, attributes: spoken(element) };
  return same.test(local) ? { tag: local } : { tag: 'span', attributes: spoken(element) };
}

/** Notes are for readers (`pa`) or not to be published (`npa`); those of the desk have a class of their own. */
function isForEditors(element: XmlElement): boolean {
  return (
    element.local === 'note' &&
    (element.attribute('type')?.toLowerCase() === 'npa' ||
      /editor/i.test(element.attribute('noteclass') ?? ''))
  );
}

function spoken(element: XmlElement): Record<string, string> {
  const language = element.attribute('xml:lang') ?? element.attribute('lang');
  return language === undefined ? {} : { lang: language };
}

function fraction(element: XmlElement): string[] {
  const [numerator = '', denominator = ''] = [
    element.textOf('nitf:frac-num'),
    element.textOf('nitf:frac-den'),
  ];
  return [denominator === '' ? element.text : `${numerator}⁄${denominator}`];
}
