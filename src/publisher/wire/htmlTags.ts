import { directionOf, parseLanguage, type Direction } from '../../model/language.ts';
import type { Inline, InlineMark } from '../../model/body.ts';
import { parseBodyLink } from './bodyLink.ts';
import { cleanLine } from './cleanText.ts';
import { spokenInline } from './feeds/spokenInline.ts';
import type { Place } from './finding.ts';
import type { Remarks } from './remarks.ts';

export type Attributes = Readonly<Record<string, string>>;
export type Wrap = (children: Inline[]) => Inline[];

const marks: Readonly<Record<string, InlineMark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'underline',
  s: 'strike',
  del: 'strike',
  sub: 'sub',
  sup: 'sup',
  q: 'quote',
  code: 'code',
};

/** Elements whose content goes with them: it is no words of the story. */
const dropped = new Set([
  ...['script', 'style', 'iframe', 'object', 'embed', 'applet', 'template', 'noembed', 'noframes'],
  ...['svg', 'audio', 'video', 'canvas', 'textarea', 'select', 'title', 'noscript', 'dialog'],
]);

/** Elements that only group; losing them loses nothing worth saying. */
const silent = new Set([
  ...['span', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'center', 'wbr'],
  ...['figure', 'figcaption', 'picture', 'source', 'thead', 'tbody', 'tfoot', 'colgroup', 'col'],
]);

/** Whether an element is there but not to be seen. */
export function isHidden({ hidden, style = '' }: Attributes): boolean {
  return (
    (hidden !== undefined && hidden !== 'until-found') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style)
  );
}

export const isDropped = (tag: string): boolean => dropped.has(tag);

export function remarkDropped(tag: string, remarks: Remarks, place?: Place): void {
  const message = `expected words, got <${tag.slice(0, 40)}>, which is left out with what it holds`;
  remarks.add({ code: 'dropped-html', message, mend: 'say it in words, or as a link', ...place });
}

/** What an inline element makes of its children. An element that is not on the list keeps its words only. */
export function wrapOf(tag: string, attributes: Attributes, remarks: Remarks, place?: Place): Wrap {
  const mark = Object.hasOwn(marks, tag) ? marks[tag] : undefined;
  const spoken = spokenInline(spokenOf(attributes));
  const speak: Wrap = (children) => (spoken === undefined ? children : [spoken(children)]);
  if (mark !== undefined) return (children) => speak([{ type: mark, children }]);
  if (tag === 'abbr') {
    const title = cleanLine(attributes['title'] ?? '');
    return (children) => speak(title === '' ? children : [{ type: 'abbr', title, children }]);
  }
  if (tag === 'a' && attributes['href'] !== undefined) {
    const wrap = linkWrap(attributes['href'], remarks, place);
    return (children) => speak(wrap(children));
  }
  if (tag !== 'a' && !silent.has(tag)) remarkLostTag(tag, remarks, place);
  return speak;
}

export function remarkLostTag(tag: string, remarks: Remarks, place?: Place): void {
  const message = `expected Markdown or simple HTML, got <${tag.slice(0, 40)}>, of which only the words are kept`;
  remarks.add({ code: 'dropped-html', message, mend: 'write it in Markdown', ...place });
}

/** A link, or the words alone when it may not lead there. */
export function linkWrap(href: string, remarks: Remarks, place?: Place): Wrap {
  const link = parseBodyLink(href);
  if (link !== undefined) return (children) => [{ type: 'link', href: link, children }];
  const shown = cleanLine(href.slice(0, 80));
  remarks.add({
    code: 'dropped-link',
    message: `expected a link to an http, https or mailto address or to a story, got "${shown}", of which only the words are kept`,
    mend: 'write the address in full, or /story/ and the slug of a story',
    ...place,
  });
  return (children) => children;
}

/** Language and direction an element states, where they are well-formed. */
export function spokenOf(attributes: Attributes): { language?: string; dir?: Direction } {
  const language = parseLanguage(attributes['lang'] ?? '');
  const stated = attributes['dir']?.toLowerCase();
  const known = stated === 'rtl' || stated === 'ltr' ? stated : undefined;
  const dir = known ?? (language === undefined ? undefined : directionOf(language));
  return { ...(language === undefined ? {} : { language }), ...(dir === undefined ? {} : { dir }) };
}
