import { gate } from '../desk/gate.ts';
import { knownSlug, type Memory } from '../desk/memory.ts';
import { reveal } from '../desk/reveal.ts';
import { oneOfEachStory } from '../desk/sameStory.ts';
import type { Slip } from '../desk/slip.ts';
import { assignSlugs } from '../desk/slugs.ts';
import { newestVersions } from '../desk/versions.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { Named } from './fileStories.ts';
import { findRenamed } from './findRenamed.ts';
import type { ReadSlips, SlipInHand } from './readSlips.ts';

interface NamedStories {
  /** The items that go on, each at its address. */
  named: Named[];
  /** The newest version of every item, those that do not go on too. */
  newest: readonly Slip[];
  /** The same, of which none is held back. */
  through: readonly Slip[];
  held: Notice[];
  refused: Refusal[];
  /** Of several versions of one item, of renamed files, of addresses. */
  notices: { versions: Notice[]; renamed: Notice[]; slugs: Notice[] };
  /** With the addresses of files that were renamed under their new names. */
  memory: Memory;
}

/** Which of the items that were read go on as stories, and at which address each of them stands. */
export async function nameStories(
  wire: ReadSlips,
  input: Omit<Parameters<typeof findRenamed>[2], 'refused'> & {
    now: Date;
    timeZone: string;
    isPreview?: boolean;
  },
): Promise<NamedStories> {
  const { now, timeZone, isPreview = false } = input;
  // Versions first: the newest may be the one that takes the story back.
  const versions = newestVersions(wire.items.map(({ note }) => note.slip));
  const stories = oneOfEachStory(
    versions.items,
    (slip) => knownSlug(input.memory, slip) !== undefined,
  );
  const newest: Slip[] = isPreview ? reveal(stories.items, now, timeZone) : stories.items;
  const findInHand = startInHand(wire.items, stories.items, newest);
  const { through, held } = gate(newest, now, timeZone);
  const refused = new Set(wire.refused.map(({ ref }) => ref));
  const renamed = await findRenamed(through, newest, { ...input, refused });
  const slugs = assignSlugs(through, renamed.memory);
  const named: Named[] = [];
  for (const [at, { item: slip, slug }] of slugs.items.entries()) {
    const one = findInHand(slip, at);
    if (one !== undefined) named.push({ note: one.note, source: one.source, slip, slug });
  }
  return {
    ...{ named, newest, through, held, refused: slugs.refused, memory: renamed.memory },
    notices: {
      versions: [...versions.notices, ...stories.notices],
      ...{ renamed: renamed.notices, slugs: slugs.notices },
    },
  };
}

/**
 * Finds what a slip was made of. Most archives give all their slips in the order in which they were read, and need no
 * table of them.
 * @param revealed the slips of `kept`, perhaps as the editor is to see them
 */
function startInHand(
  items: readonly SlipInHand[],
  kept: readonly Slip[],
  revealed: readonly Slip[],
): (slip: Slip, at: number) => SlipInHand | undefined {
  let bySlip: Map<Slip, SlipInHand | undefined> | undefined;
  const toTable = (): Map<Slip, SlipInHand | undefined> => {
    const read = new Map(items.map((one) => [one.note.slip, one]));
    return new Map(revealed.map((slip, index) => [slip, read.get(kept[index] ?? slip)]));
  };
  return (slip, at) => {
    const one = items[at];
    if (one?.note.slip === slip) return one;
    bySlip ??= toTable();
    return bySlip.get(slip);
  };
}
