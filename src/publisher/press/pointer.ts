import { frontAddress } from '../../model/address.ts';
import type { Front, Pointer } from '../../model/edition.ts';
import { withoutRefs } from '../desk/flatplan.ts';
import type { Plan } from '../desk/plan.ts';
import { hashOf, seal, unsealed } from '../desk/version.ts';

/** Says which edition is current. @param versionOf version of the document at an address */
export function toPointer(
  { leaves, flatplan }: Pick<Plan, 'leaves' | 'flatplan'>,
  { version, published }: Front,
  versionOf: (address: string) => string | undefined,
): Pointer {
  // A plan has its pages in one order, whatever that of the sources was. The flatplan stands for the stories, and so for
  // all lists of them: an archive has too many to be asked one by one.
  const others = leaves.filter(({ story }) => story === undefined);
  const lines = others.map(({ address }) => `${address} ${versionOf(address)}`);
  return seal<Pointer & { version: string }>({
    schema: 'lede-latest/1',
    edition: hashOf([`${frontAddress} ${version}`, ...lines, withoutRefs(flatplan)].join('\n'), 16),
    published,
    fronts: { [frontAddress]: version },
    version: unsealed,
  });
}
