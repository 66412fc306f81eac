/**
 * Ends what belongs to the page that is about to be left. A dialog over it closes: it would stand before the next one. The
 * focus leaves it: React would put it back there, into what is then hidden, and lay that page out to do so.
 */
export function leavePage(page: Document): void {
  page.querySelector<HTMLDialogElement>('dialog[open]')?.close();
  const { activeElement } = page;
  if (activeElement instanceof HTMLElement && activeElement.closest('main > *')) {
    activeElement.blur();
  }
}
