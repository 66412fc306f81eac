import { addressOf } from '../../../model/address.ts';
import { words } from '../../ui/words.ts';

/**
 * Marks every headline of the page by whether its story is on this device, for as long as the line is in trouble: on
 * the links themselves, from outside, so that the hundreds of headlines of a front cost nothing while all is well.
 *
 * @returns how to take the marks away
 */
export function markHeld(base: string, held: ReadonlySet<string>): () => void {
  const main = document.querySelector('#root');
  if (main === null) return () => undefined;
  const mark = (): void => {
    for (const link of main.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      const address = addressOf(base, link.pathname);
      if (link.origin !== window.location.origin || !address?.startsWith('/story/')) continue;
      const isHere = held.has(address);
      link.dataset['held'] = isHere ? 'whole' : 'headline';
      link.dataset['heldSays'] = isHere ? words.device.here : words.device.headlineHere;
    }
  };
  mark();
  const observer = new MutationObserver(mark);
  observer.observe(main, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const link of main.querySelectorAll<HTMLAnchorElement>('a[data-held]')) {
      delete link.dataset['held'];
      delete link.dataset['heldSays'];
    }
  };
}
