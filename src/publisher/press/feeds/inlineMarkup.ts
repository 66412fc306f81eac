import { absoluteAddress } from '../../../model/address.ts';
import type { Inline, InlineMark } from '../../../model/body.ts';
import { parseLink } from '../../../model/link.ts';
import { element, fragment, type Markup } from '../markup.ts';

const elements = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  quote: 'q',
} as const satisfies Record<InlineMark, string>;

/** A line of text with its marks, as XHTML. @param url the edition's, for links inside it */
export function inlineMarkup(inlines: readonly Inline[], url: string): Markup {
  return fragment(inlines.map((inline) => toMarkup(inline, url)));
}

function toMarkup(inline: Inline, url: string): string | Markup {
  if (typeof inline === 'string') return inline;
  if (inline.type === 'break') return element('br', {});
  const children = inlineMarkup(inline.children, url);
  switch (inline.type) {
    case 'link':
      return linkMarkup(inline.href, children, url);
    case 'abbr':
      return element('abbr', { title: inline.title }, children);
    case 'lang':
      return element('span', { lang: inline.language, dir: inline.dir }, children);
    default:
      return element(elements[inline.type], {}, children);
  }
}

/** A link that works from anywhere; its words alone when it leads nowhere safe. */
export function linkMarkup(href: string, children: string | Markup, url: string): Markup {
  const isInside = /^\/(?![/\\])/.test(href);
  const absolute = isInside ? absoluteAddress(url, href) : parseLink(href);
  return absolute === undefined ? fragment([children]) : element('a', { href: absolute }, children);
}
