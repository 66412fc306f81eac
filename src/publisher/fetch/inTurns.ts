interface Turns {
  /** Most at the same time. */
  atOnce: number;
  /** Most of one group at the same time. */
  perGroup: number;
  groupOf: (item: string) => string;
}

/** Does the work for every item, so many at a time, and the groups take turns: a large one does not hold up the others. */
export async function inTurns(
  items: readonly string[],
  { atOnce, perGroup, groupOf }: Turns,
  work: (item: string) => Promise<void>,
): Promise<void> {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const group = groupOf(item);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [item]);
    else known.push(item);
  }
  // Each group stands in the line as often as it may be worked on, and joins its end again after its turn.
  const line = [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.min(perGroup, group.length) }, () => group),
  );
  const workThrough = async (): Promise<void> => {
    for (let group = line.shift(); group !== undefined; group = line.shift()) {
      const item = group.shift();
      if (item === undefined) continue;
      await work(item);
      line.push(group);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
}
