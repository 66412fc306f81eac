import { useLayoutEffect, useState, type ReactNode } from 'react';
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router-dom';
import { addressOf } from '../../model/address.ts';
import { afterPaint } from './afterPaint.ts';
import { basename } from './basename.ts';
import { showAhead } from './goingTo.ts';

interface Props {
  base: string;
  children: ReactNode;
}

/**
 * The router of the browser's history, in two steps where it can be: a page that stands in the document is shown at once,
 * and what stands around it, follows it or was left is told of the move when that has been painted. No transitions: a
 * page is asked for once it can be painted, and then it is to be painted in one go.
 */
export function PacedRouter({ base, children }: Props): ReactNode {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [{ action, location }, setMove] = useState({
    action: history.action,
    location: history.location,
  });

  useLayoutEffect(() => {
    let callOff = (): void => undefined;
    const stop = history.listen((move) => {
      callOff();
      const pathname = addressOf(base, move.location.pathname);
      const isShown =
        pathname !== undefined &&
        showAhead({ location: { ...move.location, pathname }, kind: move.action });
      if (isShown) callOff = afterPaint(() => setMove(move));
      else setMove(move);
    });
    return () => {
      callOff();
      stop();
    };
  }, [base, history]);

  return (
    <Router
      basename={basename(base)}
      location={location}
      navigationType={action}
      navigator={history}
      useTransitions={false}
    >
      {children}
    </Router>
  );
}
