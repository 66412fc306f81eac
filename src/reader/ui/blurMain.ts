/**
 * Takes the focus out of the page that is about to be left. React would put it back there, into what is then hidden, and
 * lay that page out to do so.
 */
export function blurMain({ activeElement }: Document): void {
  if (activeElement instanceof HTMLElement && activeElement.closest('main > *')) {
    activeElement.blur();
  }
}
