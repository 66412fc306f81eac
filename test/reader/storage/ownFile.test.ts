import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { exportOwn } from '../../../src/reader/storage/exportOwn.ts';
import { recordVisit } from '../../../src/reader/storage/history.ts';
import { importFile, previewFile } from '../../../src/reader/storage/importOwn.ts';
import { allRecords, getRecord, putRecords, type Own } from '../../../src/reader/storage/own.ts';
import { fingerprintOf, recordReading } from '../../../src/reader/storage/readings.ts';
import { forget, remember } from '../../../src/reader/storage/traces.ts';
import { storyOf } from '../app/edition.ts';
import { closeTabs, openTab, savePictured } from './tabs.ts';

afterEach(closeTabs);

async function textOf(own: Own): Promise<string> {
  const outcome = await exportOwn(own, 'The Courier');
  return outcome.ok ? await outcome.value.file.text() : outcome.problem;
}

/** A reader with something in every store. */
async function fill(own: Own): Promise<void> {
  await savePictured(own, 'moon', 5);
  await savePictured(own, 'tides', 6);
  const comet = storyOf('comet', 'The comet of 1680', []);
  await recordVisit(own, comet, { at: 7, isRead: true });
  await recordReading(own, fingerprintOf(comet, 7), 'comet');
  const place = { address: '/story/comet', piece: 3, mark: 'abcdef01', into: 0.25, of: 9, at: 8 };
  await putRecords(own, 'positions', [place]);
  await putRecords(own, 'settings', [{ name: 'appearance', value: '{"theme":"dark"}' }]);
}

test('what was exported comes back byte for byte where everything was lost', async () => {
  const own = openTab();
  await fill(own);
  const file = await textOf(own);
  const anew = openTab();
  expect(await importFile(anew, new Blob([file]))).toMatchObject({
    ok: true,
    tally: { added: { saved: 2, visits: 1, positions: 1, readings: 1, settings: 1 } },
  });
  expect(await textOf(anew)).toBe(file);
  const copy = await getRecord(anew, 'copies', 'moon');
  const bytes = copy.ok ? copy.value?.pictures[0]?.bytes : undefined;
  expect([...new Uint8Array(bytes ?? new ArrayBuffer())]).toEqual([0, 255, 1, 5]);
});

test('it is told how far a file was gone through, looked into or brought in', async () => {
  const own = openTab();
  await fill(own);
  const whole = new Uint8Array(await new Blob([await textOf(own)]).arrayBuffer());
  // A file of many parts, as a disk gives it.
  const file = new Blob([whole]);
  file.stream = () =>
    new ReadableStream({
      start: (stream) => {
        for (let at = 0; at < whole.length; at += 500) stream.enqueue(whole.slice(at, at + 500));
        stream.close();
      },
    });
  const told: number[] = [];
  const hear = (share: number): number => told.push(share);
  await previewFile(openTab(), file, hear);
  expect(told.length).toBe(Math.ceil(whole.length / 500));
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.at(-1)).toBe(1);
  told.length = 0;
  await importFile(openTab(), file, () => Promise.resolve(false), hear);
  expect(told.at(-1)).toBe(1);
});

test('a preview says what the file holds and changes nothing', async () => {
  const own = openTab();
  await fill(own);
  const file = new Blob([await textOf(own)]);
  const anew = openTab();
  await savePictured(anew, 'moon', 1);
  expect(await previewFile(anew, file)).toMatchObject({
    ok: true,
    tally: { lines: { saved: 2 }, added: { saved: 1, visits: 1 }, unreadable: 0 },
  });
  const all = await allRecords(anew, 'saved');
  expect(all.ok && all.value.records.length).toBe(1);
});

test('nothing of the reader’s is overwritten: what was saved and set stays, the later visit counts', async () => {
  const own = openTab();
  await fill(own);
  const file = new Blob([await textOf(own)]);
  const other = openTab();
  await savePictured(other, 'moon', 99);
  await putRecords(other, 'settings', [{ name: 'appearance', value: '{"theme":"sepia"}' }]);
  await recordVisit(other, storyOf('comet', 'The comet of 1680', []), { at: 50, isRead: false });
  await importFile(other, file);
  expect(await getRecord(other, 'saved', 'moon')).toMatchObject({ value: { savedAt: 99 } });
  expect(await getRecord(other, 'settings', 'appearance')).toMatchObject({
    value: { value: '{"theme":"sepia"}' },
  });
  expect(await getRecord(other, 'visits', 'comet')).toMatchObject({ value: { at: 50 } });
  expect(await importFile(other, file)).toMatchObject({
    tally: { added: { saved: 0 }, renewed: 0 },
  });
});

test.each([
  ['an empty file', ''],
  ['a page', '<!doctype html>\n<p>Sign in</p>\n'],
  ['another kind of JSON', '{"schema":"lede-front/1"}\n'],
])('refuses %s', async (_, text) => {
  expect(await importFile(openTab(), new Blob([text]))).toEqual({
    ...{ ok: false, problem: 'foreign', kept: 0 },
  });
});

test('refuses a file that a newer version wrote', async () => {
  const file = new Blob(['{"schema":"lede-own-file/2","site":"The Courier"}\n{"store":"saved"}\n']);
  expect(await importFile(openTab(), file)).toEqual({ ok: false, problem: 'newer', kept: 0 });
});

test('counts lines that cannot be read or would do harm, and takes the others', async () => {
  const own = openTab();
  await savePictured(own, 'moon', 5);
  const [header = '', moon = ''] = (await textOf(own)).split('\n');
  const lines = [
    header,
    '{"store":"saved"',
    '{"store":"elsewhere","record":{}}',
    moon.replaceAll('"slug":"moon"', '"slug":"../../etc"'),
    // A record of one story with the words of another.
    moon.replace('"slug":"moon"', '"slug":"tides"'),
    moon.replace(/"base64":"[^"]*"/, '"base64":"%%%"'),
    moon.replaceAll('media/moon.avif', 'https://elsewhere.example/moon.avif'),
    moon.replace('"type":"paragraph"', '"type":"script"'),
    moon,
  ];
  const anew = openTab();
  expect(await importFile(anew, new Blob([lines.join('\n')]))).toMatchObject({
    ok: true,
    tally: { unreadable: 7, added: { saved: 1 } },
  });
});

test('a time that no calendar has is none, in a file and in what is here', async () => {
  const own = openTab();
  await fill(own);
  const lines = (await textOf(own)).trim().split('\n');
  const late = lines.map((line) => line.replaceAll(/"(at|savedAt)":\d+/g, '"$1":8640000000000001'));
  const anew = openTab();
  expect(await importFile(anew, new Blob([late.join('\n')]))).toMatchObject({
    ok: true,
    tally: {
      unreadable: 5,
      added: { saved: 0, visits: 0, positions: 0, readings: 0, settings: 1 },
    },
  });
  const latest = lines.map((line) =>
    line.replaceAll(/"(at|savedAt)":\d+/g, '"$1":8640000000000000'),
  );
  expect(await importFile(anew, new Blob([latest.join('\n')]))).toMatchObject({
    tally: { unreadable: 0, added: { saved: 2, visits: 1 } },
  });
});

test('the history is forgotten with its places, and comes back when asked', async () => {
  const own = openTab();
  await fill(own);
  const before = await textOf(own);
  const forgotten = await forget(own, 'all');
  expect(await textOf(own)).not.toContain('comet');
  if (forgotten.ok) await remember(own, forgotten.value);
  expect(await textOf(own)).toBe(before);
  await forget(own, ['comet']);
  expect(await textOf(own)).not.toContain('comet');
});

test('a file that moved while it was read is said to be unreadable', async () => {
  const own = openTab();
  await fill(own);
  const whole = new Blob([await textOf(own)]);
  const moved = new Blob();
  moved.stream = () => {
    let reads = 0;
    const reader = whole.stream().getReader();
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (into) => {
        reads += 1;
        const { value } = await reader.read();
        if (reads > 1 || value === undefined) throw new DOMException('moved', 'NotReadableError');
        into.enqueue(value);
      },
    });
  };
  for (const take of [previewFile, importFile]) {
    expect(await take(openTab(), moved)).toEqual({ ok: false, problem: 'unreadable', kept: 0 });
  }
});

test('a large file is merged in few transactions, and the lists hear of each once', async () => {
  const lines = Array.from({ length: 1000 }, (_, index) => {
    const story = storyOf(`story-${index}`, `Story ${index}`, []);
    const { slug, headline, language, dir, version } = story;
    const record = { slug, headline, language, dir, version, savedAt: 1, minutes: 1, bytes: 9 };
    return JSON.stringify({
      ...{ store: 'saved', story, pictures: [] },
      record: { ...record, pictures: 0, missing: 0 },
    });
  });
  const file = new Blob([`{"schema":"lede-own-file/1","site":"x"}\n${lines.join('\n')}`]);
  const own = openTab();
  const transactions = vi.spyOn(own.database, 'run');
  let words = 0;
  own.changes.listen((store) => (words += store === 'saved' ? 1 : 0));
  expect(await importFile(own, file)).toMatchObject({
    ok: true,
    tally: { added: { saved: 1000 } },
  });
  expect(transactions.mock.calls.length).toBeLessThanOrEqual(10);
  expect(words).toBeLessThanOrEqual(10);
});

test('an import that stops halfway says how much of it stays', async () => {
  const own = openTab();
  for (let story = 0; story < 250; story += 1) await savePictured(own, `story-${story}`);
  const file = new Blob([await textOf(own)]);
  const anew = openTab();
  const run = anew.database.run.bind(anew.database);
  let transactions = 0;
  const full = vi.spyOn(anew.database, 'run').mockImplementation(async (...given) => {
    transactions += 1;
    return transactions > 1 ? { ok: false, problem: 'full' } : run(...given);
  });
  const stopped = await importFile(anew, file);
  expect(stopped).toEqual({ ok: false, problem: 'full', kept: 200, stored: true });
  full.mockRestore();
  const all = await allRecords(anew, 'saved');
  expect(all.ok && all.value.records.length).toBe(200);
  expect(await importFile(anew, file)).toMatchObject({ tally: { added: { saved: 50 } } });
});

test('an import on a full device goes on as long as room is made, and counts all it added', async () => {
  const own = openTab();
  for (let story = 0; story < 250; story += 1) await savePictured(own, `story-${story}`);
  const file = new Blob([await textOf(own)]);
  const anew = openTab();
  const run = anew.database.run.bind(anew.database);
  let room = 1;
  vi.spyOn(anew.database, 'run').mockImplementation(async (...given) =>
    (room -= 1) < 0 ? { ok: false, problem: 'full' } : run(...given),
  );
  let made = 0;
  const makeRoom = (): Promise<boolean> => {
    made += 1;
    room = made;
    return Promise.resolve(true);
  };
  expect(await importFile(anew, file, makeRoom)).toMatchObject({
    ok: true,
    tally: { added: { saved: 250 } },
  });
  expect(made).toBe(1);
});

test('an export says how many stories it had to leave, for their copies are damaged', async () => {
  const own = openTab();
  await fill(own);
  await own.database.run(['copies'], 'readwrite', (transaction) =>
    transaction.objectStore('copies').put({ slug: 'moon', story: 'cut off', pictures: [] }),
  );
  const outcome = await exportOwn(own, 'The Courier');
  expect(outcome).toMatchObject({ ok: true, value: { left: 1 } });
  expect(await textOf(own)).not.toContain('"slug":"moon"');
});
