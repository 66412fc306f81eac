import type { InlineMark } from '../../../model/body.ts';
import { cleanLine } from '../cleanText.ts';
import { spokenOf, type Attributes } from '../htmlTags.ts';
import { openMark, type Mark } from './line.ts';
import type { Losses } from './losses.ts';
import { spokenInline } from './spokenInline.ts';
import { parseWebLink } from './webLink.ts';

const marks: Readonly<Record<string, InlineMark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  dfn: 'em',
  var: 'em',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'sub',
  sup: 'sup',
  q: 'quote',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** The marks that hold inside an inline element; those around it when it is none that we keep. */
export function markWithin(
  tag: string,
  attributes: Attributes,
  around: Mark | undefined,
  base: string | undefined,
  losses: Losses,
): Mark | undefined {
  const speak = spokenInline(spokenOf(attributes));
  const spoken = speak === undefined ? around : openMark(around, speak);
  const type = Object.hasOwn(marks, tag) ? marks[tag] : undefined;
  if (type !== undefined) return openMark(spoken, (children) => ({ type, children }));
  if (tag === 'abbr' || tag === 'acronym') {
    const title = cleanLine(attributes['title'] ?? '');
    return title === ''
      ? spoken
      : openMark(spoken, (children) => ({ type: 'abbr', title, children }));
  }
  if (tag === 'a') return linkWithin(attributes['href'] ?? '', spoken, base, losses);
  return spoken;
}

function linkWithin(
  written: string,
  around: Mark | undefined,
  base: string | undefined,
  losses: Losses,
): Mark | undefined {
  const href = written.trim();
  // A place in the source's own page is not here.
  if (href === '' || href.startsWith('#')) return around;
  const link = parseWebLink(href, base);
  if (link === undefined) {
    losses.link(href);
    return around;
  }
  return openMark(around, (children) => ({ type: 'link', href: link, children }));
}
