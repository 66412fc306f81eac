/** Longest name of a feed before the ids of its items, in characters: it is said again for each of thousands. */
const longestScope = 1000;

/** An id that holds outside its feed: many are mere numbers, which another feed counts as well. */
export function scopedId(id: string | undefined, scope: string): string | undefined {
  if (id === undefined || /^[a-z][a-z\d+.-]*:\S/i.test(id)) return id;
  return `${scope.slice(0, longestScope)} ${id}`;
}

/**
 * Addresses that stand for one story only: not those that a feed gives to all its items, such as that of its home.
 * @param items address and id of each item
 */
export function ownAddresses(
  items: readonly { address: string | undefined; id: string | undefined }[],
): (address: string | undefined) => string | undefined {
  const holders = new Map<string, string | undefined>();
  const shared = new Set<string>();
  for (const { address, id } of items) {
    if (address === undefined) continue;
    if (holders.has(address) && holders.get(address) !== id) shared.add(address);
    holders.set(address, id);
  }
  return (address) => (address === undefined || shared.has(address) ? undefined : address);
}
