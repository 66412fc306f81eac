import { storyAddress } from '../../model/address.ts';
import { copyFromStory, type Copy } from '../desk/toCopy.ts';
import type { Memory } from '../desk/memory.ts';
import { present } from '../desk/present.ts';
import type { Slip } from '../desk/slip.ts';
import type { Drafts } from '../press/drafts.ts';
import type { Files } from '../press/files.ts';
import type { PublishedStory } from '../press/publishedStories.ts';
import type { Refusal } from '../wire/wireItem.ts';
import type { Named } from './fileStories.ts';
import { readStory } from './findDraft.ts';
import type { RelatedDesk } from './relatedDesk.ts';
import { hasEnded } from './pictureTimes.ts';
import { signCopy } from './signCopy.ts';
import { withoutEnded } from './withoutEnded.ts';

interface Keeping {
  files: Files;
  /** Absolute path of the published folder; absent: nothing is out. */
  out?: string;
  /** Stories of the editions before, by slug. */
  before: ReadonlyMap<string, PublishedStory>;
  memory: Memory;
  drafts: Drafts;
  related: RelatedDesk;
  now: Date;
}

interface Kept {
  /** The last good version of each story, as an item of this run. */
  kept: Named[];
  /** Slugs of those whose document is not there or damaged: their files stay as they are. */
  untouched: string[];
}

/**
 * Takes the last good version of refused stories from the documents that are out, so that they stay in every list until
 * their source is mended or gone. Nothing else is asked: a run that remembers no source keeps them too.
 */
export async function keepEarlier(slugs: readonly string[], desk: Keeping): Promise<Kept> {
  const { files, out, memory, drafts, related, now } = desk;
  const result: Kept = { kept: [], untouched: [] };
  if (slugs.length === 0) return result;
  const ids = new Map<string, string>();
  for (const [id, slug] of Object.entries(memory.slugs)) {
    if (!id.startsWith('brief:')) ids.set(slug, id);
  }
  for (const slug of slugs) {
    const known = desk.before.get(slug);
    const story = out === undefined ? undefined : await readStory(files, out, slug);
    const before = story?.slug === slug ? copyFromStory(story) : undefined;
    if (known === undefined || before === undefined) {
      result.untouched.push(slug);
      continue;
    }
    const { pictures: dated = [] } = known;
    const { copy, warnings } = withoutEnded(before, dated, now);
    const { facts, text } = copy;
    await drafts.put(facts.own, text);
    if (!related.knows(slug, facts.own)) related.sign(facts.own, signFrom(slug, copy));
    const pictures = dated.filter((picture) => !hasEnded(picture, now));
    const slip = {
      ...slipFrom(copy, known, ids.get(slug) ?? known.ref),
      ...(pictures.length === 0 ? {} : { pictures }),
    };
    const outcome = { kind: 'filed' as const, facts };
    const filing = { mark: '', pictures: [], warnings, outcome };
    result.kept.push({ slug, slip, source: slip.file, note: { slip, filing } });
  }
  return result;
}

function slipFrom({ draft, facts }: Copy, known: PublishedStory, id: string): Slip {
  const { ref, expires, related = [] } = known;
  return {
    ...{ ref, file: fileIn(ref), id, headline: draft.headline, related, draft: false },
    copy: facts.own,
    ...present({ section: draft.section?.name, published: draft.published?.at, expires }),
  };
}

function signFrom(slug: string, copy: Copy): ReturnType<typeof signCopy> {
  const names = (kind: string): string[] =>
    copy.draft.topics.flatMap((topic) => (topic.kind === kind ? topic.name : []));
  const item = { people: names('person'), places: names('place'), tags: names('tag') };
  return signCopy(slug, item, copy);
}

/** Says with each refusal which earlier versions stay, and whether they stay in the lists. */
export function tellEarlier(
  refused: readonly Refusal[],
  { kept, untouched }: Kept,
  before: Keeping['before'],
): Refusal[] {
  const refs = new Set(refused.map(({ ref }) => ref));
  const byRef = new Map<string, { kept: string[]; untouched: string[] }>();
  const note = (slug: string, how: 'kept' | 'untouched'): void => {
    const own = before.get(slug)?.ref ?? '';
    const ref = refs.has(own) ? own : fileIn(own);
    const told = byRef.get(ref) ?? { kept: [], untouched: [] };
    told[how].push(slug);
    byRef.set(ref, told);
  };
  for (const { slug } of kept) note(slug, 'kept');
  for (const slug of untouched) note(slug, 'untouched');
  return refused.map((one) => {
    const told = byRef.get(one.ref);
    if (told === undefined) return one;
    byRef.delete(one.ref);
    const said = [
      ...staying(told.kept, ''),
      ...staying(told.untouched, ', but in no list until this is mended'),
    ];
    const problems = said.map((message) => ({ code: 'earlier-version-stays', at: '', message }));
    return { ...one, problems: [...one.problems, ...problems] };
  });
}

function staying([first, ...others]: readonly string[], where: string): string[] {
  if (first === undefined) return [];
  const address = storyAddress(first);
  if (others.length === 0) return [`its earlier version stays at ${address}${where}`];
  const count = (others.length + 1).toLocaleString('en-GB');
  return [`the earlier versions of its ${count} stories stay, as at ${address}${where}`];
}

/** `week.json [3]` → `week.json` */
function fileIn(ref: string): string {
  return ref.replace(/ \[\d+\]$/, '');
}
