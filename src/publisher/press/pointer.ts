import { frontAddress } from '../../model/address.ts';
import type { Front, Pointer } from '../../model/edition.ts';
import type { Plan } from '../desk/plan.ts';
import { hashOf, seal, unsealed } from '../desk/version.ts';

/** Says which edition is current. @param versionOf version of the document at an address */
export function toPointer(
  { leaves, lists, index }: Pick<Plan, 'leaves' | 'lists' | 'index'>,
  { version, published }: Front,
  versionOf: (address: string) => string | undefined,
): Pointer {
  // A plan has its pages in one order, whatever that of the sources was.
  const lines = [...leaves, ...lists, index].map(({ address }) => {
    return `${address} ${versionOf(address)}`;
  });
  return seal<Pointer & { version: string }>({
    schema: 'lede-latest/1',
    edition: hashOf([`${frontAddress} ${version}`, ...lines].join('\n'), 16),
    published,
    fronts: { [frontAddress]: version },
    version: unsealed,
  });
}
