import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { restOfSheets } from './restOfSheets.ts';

/**
 * A component that is loaded when the page stands. When its script cannot be had, what stands in for it is shown and the
 * page goes on: an extra never takes a story down.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props> | undefined>,
  without: ComponentType<Props>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      // A script that came empty has no such part.
      const part = await load();
      await restOfSheets();
      return { default: part ?? without };
    } catch {
      return { default: without };
    }
  });
}
