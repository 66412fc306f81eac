import { addressOf } from '../../model/address.ts';
import { isPageAddress } from './pagePaths.ts';

/** Where a link of ours leads inside the edition. */
export interface Destination {
  address: string;
  hash: string;
}

/**
 * The page of this edition that a link leads to, or undefined when the browser should follow it itself:
 * another site, a file, a download, another tab, or a place on the page already shown.
 */
export function destinationOf(
  link: HTMLAnchorElement,
  base: string,
  here: Location,
): Destination | undefined {
  if (link.origin !== here.origin || link.hasAttribute('download')) return undefined;
  if (link.target !== '' && link.target !== '_self') return undefined;
  if (link.hash !== '' && link.pathname === here.pathname) return undefined;
  const address = addressOf(base, link.pathname);
  if (address === undefined || link.search !== '' || !isPageAddress(address)) return undefined;
  return { address, hash: link.hash };
}

/** The link an event happened in. */
export function linkOf(event: Event): HTMLAnchorElement | undefined {
  const { target } = event;
  const link = target instanceof Element ? target.closest('a[href]') : null;
  return link instanceof HTMLAnchorElement ? link : undefined;
}

/** Whether a click means "here, now": the main button and no key that asks for a tab, a window or a download. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !defaultPrevented;
}
