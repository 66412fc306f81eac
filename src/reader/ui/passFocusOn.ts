import { focusMain } from './focusMain.ts';

/**
 * For a control that goes when it is pressed: what it stands in takes the focus over, so that Tab goes on from there. In a
 * dialog that is its first button, on a page the section.
 */
export function passFocusOn(control: Element): void {
  const close = control.closest('dialog')?.querySelector('button');
  const section = control.closest('section');
  if (close) close.focus();
  else if (section) {
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
  } else focusMain();
}
