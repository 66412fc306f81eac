import { foreignHtml, foreignNodes, type ForeignBody } from './feeds/foreignHtml.ts';
import type { Surroundings } from './feeds/foreignWalk.ts';
import { foreignText } from './feeds/foreignText.ts';
import { nitfBody } from './nitfBody.ts';
import { htmlNodes } from './xml/htmlNodes.ts';
import { canonicalName } from './xml/namespaces.ts';
import { XmlElement, type XmlNode } from './xml/xmlElement.ts';

/**
 * The text of a news item: XHTML first, then NITF, then data of a kind that holds words.
 * @param around what addresses are relative to
 * @param bound what its message says of pictures
 */
export function newsmlContent(
  item: XmlElement,
  around: string | undefined,
  bound: Pick<Surroundings, 'bindingOf'>,
): ForeignBody | undefined {
  const set = item.first('nar:contentSet');
  const inline = (set?.all('nar:inlineXML') ?? []).flatMap(({ elements }) => elements);
  const html = inline.find(({ local }) => /^(?:html|body|div|section|article)$/i.test(local));
  if (html !== undefined) {
    return foreignNodes(htmlNodes([html], around), { ...bound, base: html.baseFrom(around) });
  }
  const nitf = inline.find(({ local }) => local === 'nitf' || local === 'body');
  if (nitf !== undefined) {
    const known = inNitf(nitf);
    return nitfBody(known.first('nitf:body') ?? known, around, bound).blocks;
  }
  for (const data of set?.all('nar:inlineData') ?? []) {
    const type = data.attribute('contenttype') ?? 'text/plain';
    const { text } = data;
    if (text === '' || !type.startsWith('text/')) continue;
    const words =
      data.attribute('encoding')?.endsWith('base64') === true
        ? Buffer.from(text, 'base64').toString('utf8')
        : text;
    return /html/.test(type)
      ? foreignHtml(words, { ...bound, base: data.baseFrom(around) })
      : foreignText(words);
  }
  return undefined;
}

/** NITF inside another document may come with no namespace of its own. */
function inNitf(root: XmlElement): XmlElement {
  if (root.name.startsWith('nitf:')) return root;
  const copyOf = (element: XmlElement, parent: XmlElement | undefined): XmlElement =>
    new XmlElement({
      name: canonicalName(element.local, undefined, 'nitf').name,
      local: element.local,
      attributes: element.attributes,
      parent,
      offset: element.offset,
    });
  const top = copyOf(root, root.parent);
  const waiting: { from: XmlElement; to: XmlElement }[] = [{ from: root, to: top }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { from, to } = next;
    to.children = from.children.map((child): XmlNode => {
      if (typeof child === 'string') return child;
      const copy = copyOf(child, to);
      waiting.push({ from: child, to: copy });
      return copy;
    });
  }
  return top;
}
