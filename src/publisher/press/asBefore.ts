import type { PlannedPage } from '../desk/plan.ts';
import type { Ledger } from './ledger.ts';

/** Tells which pages are out as they are planned, without a look at their keys. */
export function startAsBefore(
  ledger: Ledger,
): (page: Pick<PlannedPage, 'isAsBefore' | 'asBeforeIf'>) => boolean {
  // All pages of a list depend on one.
  const known = new Map<object, boolean>();
  return ({ isAsBefore, asBeforeIf: other }) => {
    if (other === undefined) return isAsBefore === true;
    const is = known.get(other) ?? ledger.isOf(other.address, other.key);
    known.set(other, is);
    return is;
  };
}
