import { lazy, type ComponentType } from 'react';
import { restOfSheets } from '../ui/restOfSheets.ts';
import { LoadError } from './problems.ts';

/**
 * A component that is fetched when it is first shown. Not to get it is a matter of the line or of a newer version on
 * the host, and no defect; a LateBoundary around it says so.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props> | undefined>) {
  return lazy(async () => {
    try {
      const part = await load();
      await restOfSheets();
      if (part === undefined) throw new Error('the script came without its part');
      return { default: part };
    } catch (error) {
      throw new LoadError('not-here', String(error));
    }
  });
}
