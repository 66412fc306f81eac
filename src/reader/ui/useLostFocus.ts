import { useLayoutEffect, useRef, type FocusEvent } from 'react';

/**
 * For what holds controls that may go by themselves: where the one that had the focus is gone, it is passed on.
 * @returns to be called when something inside gets the focus
 */
export function useLostFocus(passOn: (holder: Element) => void): (event: FocusEvent) => void {
  const last = useRef<Pick<FocusEvent, 'target' | 'currentTarget'>>(null);
  useLayoutEffect(() => {
    if (last.current?.target.isConnected !== false) return;
    const { currentTarget } = last.current;
    last.current = null;
    if (document.activeElement === document.body) passOn(currentTarget);
  });
  return ({ target, currentTarget }) => {
    last.current = { target, currentTarget };
  };
}
