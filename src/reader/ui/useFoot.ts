import type { ComponentProps } from 'react';
import { focusMain } from './focusMain.ts';
import { useLostFocus } from './useLostFocus.ts';

/**
 * For what comes and goes by itself at the foot of the window, over the page: how high it is stands on the root as
 * `--foot`, so that what gets the focus is scrolled clear of it; and where what has the focus goes with it, the page takes
 * the focus back.
 */
export function useFoot(): ComponentProps<'output'> {
  return { ref: tellHeight, onFocus: useLostFocus(focusMain) };
}

function tellHeight(foot: HTMLElement | null): (() => void) | undefined {
  if (foot === null) return undefined;
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--foot', `${foot.offsetHeight}px`);
  });
  observer.observe(foot);
  return () => observer.disconnect();
}
