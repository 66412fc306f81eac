import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  allRecords,
  createOwn,
  getRecord,
  putRecords,
  type Own,
} from '../../../src/reader/storage/own.ts';
import { OwnDatabase } from '../../../src/reader/storage/ownDatabase.ts';
import { findKept } from '../../../src/reader/storage/findKept.ts';
import {
  dropLooseCopies,
  putAllSavedBack,
  putSavedBack,
  removeAllSaved,
  removeSaved,
  saveStory,
} from '../../../src/reader/storage/saved.ts';
import { steps, type Step } from '../../../src/reader/storage/steps.ts';
import { storyOf } from '../app/edition.ts';

const opened: Own[] = [];
/** What a test has broken, to be mended after it. */
const broken: { mockRestore: () => void }[] = [];
let editions = 0;

/** A tab of a reader; without a base, of a new reader. */
function tab(base = `/edition-${(editions += 1)}/`, known?: readonly Step[]): Own {
  const own = createOwn(new OwnDatabase(base, known));
  opened.push(own);
  return own;
}

// oxlint-disable-next-line typescript/unbound-method -- called on the store it is replaced on
const original = IDBObjectStore.prototype.put;
const moon = storyOf('moon', 'The Moon is leaving us', []);
const picture = {
  src: 'media/moon.avif',
  type: 'image/avif' as const,
  bytes: new Uint8Array([1, 2, 3]).buffer,
};
const save = (own: Own, slug = 'moon', at = 1) =>
  saveStory(own, { story: storyOf(slug, slug, []), pictures: [picture], missing: 0, at });

beforeEach(() => {
  vi.useRealTimers();
});
afterEach(async () => {
  for (const own of opened.splice(0)) {
    own.changes.close();
    await own.database.close();
  }
  for (const mock of broken.splice(0)) mock.mockRestore();
  vi.unstubAllGlobals();
});

test('a saved story is there whole, with its picture, for another tab', async () => {
  const own = tab('/whole/');
  expect(
    await saveStory(own, { story: moon, pictures: [picture], missing: 1, at: 5 }),
  ).toMatchObject({ ok: true, value: { slug: 'moon', savedAt: 5, pictures: 2, missing: 1 } });
  const other = tab('/whole/');
  const copy = await getRecord(other, 'copies', 'moon');
  expect(copy).toMatchObject({ ok: true, value: { story: moon } });
  const bytes = copy.ok ? copy.value?.pictures[0]?.bytes : undefined;
  expect([...new Uint8Array(bytes ?? new ArrayBuffer())]).toEqual([1, 2, 3]);
});

test('saved is said only when the transaction is complete', async () => {
  const own = tab();
  await save(own, 'first');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  broken.push(put);
  let writes = 0;
  put.mockImplementation(function failAtTheEnd(this: IDBObjectStore, ...args) {
    const request = original.apply(this, args);
    writes += 1;
    // Every write succeeds; the disk is full when the transaction is to be kept.
    if (writes === 2) request.addEventListener('success', () => this.transaction.abort());
    return request;
  });
  expect(await save(own)).toMatchObject({ ok: false });
  expect(await getRecord(own, 'saved', 'moon')).toEqual({ ok: true, value: undefined });
  expect(await getRecord(own, 'copies', 'moon')).toEqual({ ok: true, value: undefined });
});

test('says that the device is full, whichever write meets it, and keeps nothing by halves', async () => {
  for (const nth of [1, 2]) {
    const own = tab();
    await save(own, 'first');
    let writes = 0;
    const filling = vi.spyOn(IDBObjectStore.prototype, 'put');
    broken.push(filling);
    filling.mockImplementation(function fill(this: IDBObjectStore, ...args) {
      writes += 1;
      if (writes === nth) throw new DOMException('no room', 'QuotaExceededError');
      return original.apply(this, args);
    });
    expect(await save(own)).toEqual({ ok: false, problem: 'full' });
    filling.mockRestore();
    const left = await allRecords(own, 'saved');
    expect(left.ok && left.value.records.map(({ slug }) => slug)).toEqual(['first']);
    expect(await getRecord(own, 'copies', 'moon')).toEqual({ ok: true, value: undefined });
  }
});

test('what is removed can be put back as it was', async () => {
  const own = tab();
  await save(own, 'moon', 7);
  const before = await getRecord(own, 'copies', 'moon');
  const removed = await removeSaved(own, 'moon');
  expect(await getRecord(own, 'copies', 'moon')).toEqual({ ok: true, value: undefined });
  if (!removed.ok || removed.value === undefined) throw new Error('nothing was removed');
  await putSavedBack(own, removed.value);
  expect(await getRecord(own, 'copies', 'moon')).toEqual(before);
  expect(await getRecord(own, 'saved', 'moon')).toMatchObject({ value: { savedAt: 7 } });
});

test('putting back never overwrites a story that was saved anew meanwhile', async () => {
  const own = tab();
  await save(own, 'moon', 7);
  const removed = await removeSaved(own, 'moon');
  await save(own, 'moon', 9);
  if (!removed.ok || removed.value === undefined) throw new Error('nothing was removed');
  await putSavedBack(own, removed.value);
  expect(await getRecord(own, 'saved', 'moon')).toMatchObject({ value: { savedAt: 9 } });
});

test('a damaged record is counted and left as found, the others are shown', async () => {
  const own = tab();
  await save(own);
  await own.database.run(['saved'], 'readwrite', (transaction) =>
    transaction.objectStore('saved').put({ slug: 'mars', headline: 7 }),
  );
  const all = await allRecords(own, 'saved');
  expect(all).toMatchObject({ ok: true, value: { damaged: 1, records: [{ slug: 'moon' }] } });
  const raw = await own.database.run(['saved'], 'readonly', (transaction) =>
    transaction.objectStore('saved').count(),
  );
  expect(raw).toEqual({ ok: true, value: 2 });
});

test.each([
  ['there is no IndexedDB', () => vi.stubGlobal('indexedDB', undefined), 'missing'],
  [
    'open throws',
    () => {
      const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('refused', 'SecurityError');
      });
      broken.push(open);
    },
    'missing',
  ],
] as const)('says so when %s', async (_, breakIt, problem) => {
  breakIt();
  expect(await save(tab())).toEqual({ ok: false, problem });
});

test('gives up on storage that never answers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  broken.push(vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest()));
  const saving = save(tab());
  await vi.advanceTimersByTimeAsync(3000);
  expect(await saving).toEqual({ ok: false, problem: 'silent' });
});

test('opens again when the browser has closed the connection', async () => {
  const own = tab();
  await save(own);
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('closing', 'InvalidStateError');
  });
  expect(await getRecord(own, 'saved', 'moon')).toMatchObject({
    ok: true,
    value: { slug: 'moon' },
  });
});

const withNotes: Step = (database) => void database.createObjectStore('notes' as 'saved');
const withMore: Step = (database) => void database.createObjectStore('more' as 'saved');

test('a newer form is reached step by step, and nothing is lost', async () => {
  const old = tab('/steps/');
  await save(old);
  await old.database.close();
  const newer = tab('/steps/', [...steps, withNotes, withMore]);
  expect(await getRecord(newer, 'saved', 'moon')).toMatchObject({ value: { slug: 'moon' } });
  await newer.database.close();
  expect(await save(tab('/steps/'))).toEqual({ ok: false, problem: 'newer' });
});

test('an interrupted step has not happened, and the next visit goes on from there', async () => {
  const old = tab('/interrupted/');
  await save(old);
  await old.database.close();
  let failures = 0;
  const failing: Step = async (_, change) => {
    await change.objectStore('saved').clear();
    failures += 1;
    throw new Error('the browser was closed');
  };
  const first = tab('/interrupted/', [...steps, withNotes, failing]);
  expect(await getRecord(first, 'saved', 'moon')).toMatchObject({ ok: false });
  expect(failures).toBe(1);
  const next = tab('/interrupted/', [...steps, withNotes, withMore]);
  expect(await getRecord(next, 'saved', 'moon')).toMatchObject({ value: { slug: 'moon' } });
});

test('an older tab lets go when another brings a newer form', async () => {
  const older = tab('/two/');
  await save(older);
  const newer = tab('/two/', [...steps, withNotes]);
  expect(await getRecord(newer, 'saved', 'moon')).toMatchObject({ ok: true });
  expect(await getRecord(older, 'saved', 'moon')).toEqual({ ok: false, problem: 'newer' });
});

test('says so when another tab holds an older form and does not let go', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const holding = indexedDB.open('lede /held/', 1);
  await new Promise((resolve) => holding.addEventListener('success', resolve));
  const reading = getRecord(tab('/held/', [...steps, withNotes]), 'saved', 'moon');
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(3000);
  expect(await reading).toEqual({ ok: false, problem: 'blocked' });
  holding.result.close();
});

test('two tabs that save and remove at once lose nothing', async () => {
  const tabs = [tab('/busy/'), tab('/busy/')] as const;
  let seed = 20_251_217;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const model = new Set<string>();
  const work: Promise<unknown>[] = [];
  for (let turn = 0; turn < 1000; turn += 1) {
    const own = tabs[random(2)] ?? tabs[0];
    const slug = `story-${random(40)}`;
    const isSave = random(3) > 0;
    work.push(isSave ? save(own, slug, turn) : removeSaved(own, slug));
    if (isSave) model.add(slug);
    else model.delete(slug);
    // Mostly at once; now and then a tab waits, as readers do.
    if (random(20) === 0) await Promise.all(work.splice(0));
  }
  await Promise.all(work);
  for (const own of tabs) {
    const all = await allRecords(own, 'saved');
    const slugs = all.ok ? all.value.records.map(({ slug }) => slug) : [];
    expect(slugs).toEqual([...model].toSorted());
    for (const slug of slugs) {
      expect(await getRecord(own, 'copies', slug)).toMatchObject({ value: { slug } });
    }
  }
});

test('a tab hears of what another one changed', async () => {
  const [one, other] = [tab('/heard/'), tab('/heard/')];
  const heard = new Promise((resolve) => other.changes.listen(resolve));
  await putRecords(one, 'settings', [{ name: 'appearance', value: '{}' }]);
  expect(await heard).toBe('settings');
});

test('all saved stories are removed at once and put back, copies and all', async () => {
  const own = tab('/all/');
  for (const [at, slug] of ['moon', 'tide'].entries()) await save(own, slug, at + 1);
  const removed = await removeAllSaved(own);
  if (!removed.ok) throw new Error(removed.problem);
  expect(await allRecords(own, 'saved')).toMatchObject({ value: { records: [] } });
  expect(await findKept('/all/', 'moon')).toBeUndefined();
  // Saved anew meanwhile: that one stays.
  await save(own, 'tide', 9);
  expect(await putAllSavedBack(own, removed.value)).toEqual({ ok: true, value: 0 });
  const back = await allRecords(own, 'saved');
  expect(back.ok && back.value.records.map(({ slug, savedAt }) => [slug, savedAt])).toEqual([
    ['moon', 1],
    ['tide', 9],
  ]);
  expect(await getRecord(own, 'copies', 'moon')).toMatchObject({ value: { slug: 'moon' } });
});

test('what was removed is gone once the page is left, and nothing else', async () => {
  const own = tab();
  await save(own, 'moon');
  const removed = await removeAllSaved(own);
  await save(own, 'tide');
  await dropLooseCopies(own);
  expect(await getRecord(own, 'copies', 'moon')).toEqual({ ok: true, value: undefined });
  expect(await getRecord(own, 'copies', 'tide')).toMatchObject({ value: { slug: 'tide' } });
  // A line without its copy would open nothing.
  expect(await putAllSavedBack(own, removed.ok ? removed.value : [])).toEqual({
    ok: true,
    value: 1,
  });
  expect(await getRecord(own, 'saved', 'moon')).toEqual({ ok: true, value: undefined });
});
