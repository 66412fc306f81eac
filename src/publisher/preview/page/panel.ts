import type { PreviewProblem } from '../previewState.ts';
import { element } from './element.ts';
import { panelStyle } from './panelStyle.ts';
import { problemItem, titleOf } from './problemItem.ts';

const hiddenKey = 'lede-preview-hidden';

/**
 * Shows what is to be mended at the foot of the page, in a shadow tree, so that neither can disturb the other. Who
 * hides it sees it again only when something else is wrong; it goes away when nothing is.
 */
export function createPanel(page: Document): (problems: readonly PreviewProblem[]) => void {
  const host = element('div', { id: 'lede-preview', lang: 'en', dir: 'ltr' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // Not a style element: the page's security policy would refuse it.
  sheet.replaceSync(panelStyle);
  root.adoptedStyleSheets = [sheet];
  const place = element('div', {});
  // There from the beginning: a live region is read out only for words that come later.
  const said = element('div', { class: 'said', role: 'status' });
  root.append(place, said);
  page.body.append(host);
  let shown = '[]';

  const showPanel = (problems: readonly PreviewProblem[], takesFocus = false): void => {
    const hide = element('button', { type: 'button' }, 'Hide');
    const panel = element(
      'section',
      { 'aria-labelledby': 'title' },
      element(
        'header',
        {},
        element(
          'div',
          {},
          element('h2', { id: 'title' }, titleOf(problems)),
          element('p', { class: 'stays' }, 'The page shows the last good edition until then.'),
        ),
        hide,
      ),
      element(
        'div',
        { class: 'list', tabindex: '0', role: 'group', 'aria-labelledby': 'title' },
        element('ol', { role: 'list' }, ...problems.map(problemItem)),
      ),
    );
    const close = (): void => {
      remember(shown);
      showButton(problems, true);
    };
    hide.addEventListener('click', close);
    panel.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close();
    });
    place.replaceChildren(panel);
    if (takesFocus) hide.focus();
  };

  const showButton = (problems: readonly PreviewProblem[], takesFocus = false): void => {
    const button = element('button', { class: 'show', type: 'button' }, titleOf(problems));
    button.addEventListener('click', () => {
      remember('');
      showPanel(problems, true);
    });
    place.replaceChildren(button);
    if (takesFocus) button.focus();
  };

  return (problems) => {
    const all = JSON.stringify(problems);
    if (all === shown) return;
    shown = all;
    said.textContent = problems.length === 0 ? 'All mended.' : titleOf(problems);
    if (problems.length === 0) place.replaceChildren();
    else if (remembered() === all) showButton(problems);
    else showPanel(problems);
  };
}

function remember(problems: string): void {
  try {
    sessionStorage.setItem(hiddenKey, problems);
  } catch {
    // Where nothing may be stored, the panel comes back with the next page.
  }
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(hiddenKey);
  } catch {
    return null;
  }
}
