import { gate } from '../desk/gate.ts';
import type { Memory } from '../desk/memory.ts';
import { reveal } from '../desk/reveal.ts';
import type { Slip } from '../desk/slip.ts';
import { assignSlugs } from '../desk/slugs.ts';
import { newestVersions } from '../desk/versions.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';
import type { Named } from './fileStories.ts';
import { findRenamed } from './findRenamed.ts';
import type { ReadSlips } from './readSlips.ts';

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
  input: Omit<Parameters<typeof findRenamed>[2], 'refused'> & { now: Date; isPreview?: boolean },
): Promise<NamedStories> {
  const { now, isPreview = false } = input;
  const bySlip = new Map(wire.items.map((one) => [one.note.slip, one]));
  // Versions first: the newest may be the one that takes the story back.
  const versions = newestVersions([...bySlip.keys()]);
  const newest: Slip[] = isPreview ? reveal(versions.items, now) : versions.items;
  const inHand = isPreview
    ? new Map(newest.map((slip, index) => [slip, bySlip.get(versions.items[index] ?? slip)]))
    : bySlip;
  const { through, held } = gate(newest, now);
  const refused = new Set(wire.refused.map(({ ref }) => ref));
  const renamed = await findRenamed(through, newest, { ...input, refused });
  const slugs = assignSlugs(through, renamed.memory);
  const named: Named[] = [];
  for (const { item: slip, slug } of slugs.items) {
    const one = inHand.get(slip);
    if (one !== undefined) named.push({ note: one.note, source: one.source, slip, slug });
  }
  return {
    ...{ named, newest, through, held, refused: slugs.refused, memory: renamed.memory },
    notices: { versions: versions.notices, renamed: renamed.notices, slugs: slugs.notices },
  };
}
