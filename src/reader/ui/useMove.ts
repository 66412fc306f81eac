import { useCallback, useContext } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router-dom';
import { leavePage } from './leavePage.ts';
import { hasSheetsFor } from './restOfSheets.ts';

/**
 * Moves to a page inside the edition, by its address. While the rest of the stylesheet is not here the page is loaded, and
 * brings its own part of it. The router's own `useNavigate` also resolves relative paths and
 * knows data routers, more than a kilobyte that nothing here needs.
 */
export function useMove(): (to: string, options?: { replace: boolean }) => void {
  const { basename, navigator } = useContext(NavigationContext);
  return useCallback(
    (to, options) => {
      leavePage(document);
      const path = (basename === '/' ? '' : basename) + to;
      if (!hasSheetsFor(to.replace(/#.*/, ''))) window.location.assign(path);
      else if (options?.replace === true) navigator.replace(path);
      else navigator.push(path);
    },
    [basename, navigator],
  );
}
