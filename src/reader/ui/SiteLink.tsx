import type { ComponentProps, ReactNode } from 'react';
import { useHref } from './site.ts';

type Anchor = Omit<ComponentProps<'a'>, 'href' | 'children'>;

/** A link to an address of this edition: a plain anchor, which works before and without any script. */
export function SiteLink({ to, children, ...rest }: Anchor & { to: string; children: ReactNode }) {
  return (
    <a {...rest} href={useHref(to)}>
      {children}
    </a>
  );
}
