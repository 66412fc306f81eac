import { Fragment } from 'react';
import type { Inline, InlineMark } from '../../model/body.ts';
import { SiteLink } from '../ui/SiteLink.tsx';

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

/** A line of text with its marks. */
export function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <Fragment key={index}>{show(inline)}</Fragment>);
}

function show(inline: Inline) {
  if (typeof inline === 'string') return inline;
  switch (inline.type) {
    case 'break':
      return <br />;
    case 'link': {
      const children = <Inlines inlines={inline.children} />;
      // A link inside the edition starts with one slash, see model/link.ts.
      return inline.href.startsWith('/') ? (
        <SiteLink to={inline.href}>{children}</SiteLink>
      ) : (
        <a href={inline.href} rel="external">
          {children}
        </a>
      );
    }
    case 'abbr':
      return (
        <abbr title={inline.title}>
          <Inlines inlines={inline.children} />
        </abbr>
      );
    case 'lang':
      return (
        <span lang={inline.language} dir={inline.dir}>
          <Inlines inlines={inline.children} />
        </span>
      );
    default: {
      const Mark = elements[inline.type];
      return (
        <Mark>
          <Inlines inlines={inline.children} />
        </Mark>
      );
    }
  }
}
