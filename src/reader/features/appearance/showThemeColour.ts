/**
 * Gives the browser's bar, or the title of an installed window, the colour of the paper that the reader chose. The page
 * names the system's two; the first that fits counts, so the chosen one stands before them.
 * @param isChosen not the system's
 */
export function showThemeColour(isChosen: boolean): void {
  const { head, documentElement } = document;
  head.querySelector('meta[data-chosen]')?.remove();
  if (!isChosen) return;
  const colour = document.createElement('meta');
  colour.name = 'theme-color';
  colour.content = getComputedStyle(documentElement).getPropertyValue('--paper').trim();
  colour.dataset['chosen'] = '';
  head.prepend(colour);
}
