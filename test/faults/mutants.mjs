/**
 * Bugs to plant: each an edit of one line, the promise it breaks, and the tests of which one has to turn red. What no test
 * sees is no promise. `npm run test:faults -- mutants` plants them one by one in a copy of the project.
 */

import { seenByJourneys } from './journeyMutants.mjs';
import { seenByOfflineTests } from './offlineMutants.mjs';

const worker = 'src/worker/';
const reader = 'src/reader/';

/** Caught by unit tests: `test` is a file. */
const seenByUnitTests = [
  {
    breaks: 'a page that cannot be had leaves the frame and a way on',
    file: `${reader}app/PageBoundary.tsx`,
    from: 'return { error };',
    to: 'throw error;',
    test: 'test/reader/app/App.test.tsx',
  },
  {
    breaks: 'the text under an address is that story: on the page',
    file: `${reader}data/queries.ts`,
    from: "document.schema === 'lede-story/1' && storyAddress(document.slug) !== address",
    to: 'false',
    test: 'test/reader/app/App.test.tsx',
  },
  {
    breaks: 'the text under an address is that story: in the store',
    file: `${worker}proof.ts`,
    from: 'return proven?.address === address ? proven : undefined;',
    to: 'return proven;',
    test: 'test/worker/faults.test.ts',
  },
  {
    breaks: 'one address never holds two versions',
    file: `${worker}store.ts`,
    from: 'page !== undefined && page.version !== proven.version',
    to: 'false',
    test: 'test/worker/answers.test.ts',
  },
  {
    breaks: 'a captive page never enters a cache',
    file: `${worker}refresh.ts`,
    from: "if (kind === 'html') return judgeStranger(device, address, text);",
    to: "if (kind === 'html') { await keep(device, cacheName(device.base, 'pages'), fileUrl(device, address, kind), new Response(text, { headers: { 'content-type': 'text/html' } })); return judgeStranger(device, address, text); }",
    test: 'test/worker/faults.test.ts',
  },
  {
    breaks: 'only a plain 200 is kept',
    file: `${worker}ask.ts`,
    from: "if (status !== 200) return status >= 400 ? 'server' : 'unreadable';",
    to: '',
    test: 'test/worker/faults.test.ts',
  },
  {
    breaks: 'what a redirect leads to is not kept',
    file: `${worker}ask.ts`,
    from: "redirect: 'manual',",
    to: '',
    test: 'test/worker/pictures.test.ts',
  },
  {
    breaks: 'a picture is the one of its name, to the last bit',
    file: `${worker}pictures.ts`,
    from: '(await isSealRight(asked.bytes, url))',
    to: 'true',
    test: 'test/worker/pictures.test.ts',
  },
  {
    breaks: 'a document is compared with its hash',
    file: `${worker}proof.ts`,
    from: 'if ((await sha256(encode(documentText(json)))).slice(0, 16) !== version) return undefined;',
    to: '',
    test: 'test/worker/faults.test.ts',
  },
  {
    breaks: 'a page is compared with its seal',
    file: `${worker}proof.ts`,
    from: 'if ((await sha256(encode(sealed.text))).slice(0, 16) !== sealed.hash) return undefined;',
    to: '',
    test: 'test/worker/faults.test.ts',
  },
  {
    breaks: 'a script is compared with its hash',
    file: `${worker}shellCache.ts`,
    from: "asked.kind !== 'new' || (await sha256(asked.bytes)) !== wanted",
    to: "asked.kind !== 'new'",
    test: 'test/worker/shell.test.ts',
  },
  {
    breaks: 'a file of many documents is compared with its hash',
    file: `${worker}take/takeChunk.ts`,
    from: "if (!chunk.src.startsWith(`take/${(await sha256(asked.bytes)).slice(0, 16)}`)) return 'failed';",
    to: '',
    test: 'test/worker/take.test.ts',
  },
  {
    breaks: 'a picture is whole',
    file: `${worker}pictures.ts`,
    from: 'isWholePicture(asked.bytes, type) &&',
    to: '',
    test: 'test/worker/pictures.test.ts',
  },
  {
    breaks: 'a picture is the one its name says',
    file: `${worker}pictures.ts`,
    from: 'pictureWidths(asked.bytes, type).includes(widthOf(url))',
    to: 'true',
    test: 'test/worker/pictures.test.ts',
  },
  {
    breaks: "a stranger's 404 takes nothing from the reader",
    file: `${worker}refresh.ts`,
    from: "page === undefined || !(await proveBarePage(page, '/404'))",
    to: 'page === undefined',
    test: 'test/worker/answers.test.ts',
  },
  {
    breaks: "the browser's own cache never answers for what may have changed",
    file: `${worker}ask.ts`,
    from: "cache: cache ?? 'no-store'",
    to: "cache: cache ?? 'default'",
    test: 'test/worker/room.test.ts',
  },
  {
    breaks: 'saved is said when it is on the disk',
    file: `${reader}storage/ownDatabase.ts`,
    from: 'const failed = await done;',
    to: 'const failed = await Promise.race([done, Promise.resolve(undefined)]);',
    test: 'test/reader/storage/own.test.ts',
  },
  {
    breaks: 'a full device gives up pictures, and no text',
    file: `${worker}makeRoom.ts`,
    from: "cacheName(base, 'pictures')",
    to: "cacheName(base, 'data')",
    test: 'test/worker/room.test.ts',
  },
  {
    breaks: 'an import overwrites nothing that was saved',
    file: `${reader}storage/importOwn.ts`,
    from: "if (store !== 'visits' && store !== 'positions') return false;",
    to: "if (store === 'saved') return true;",
    test: 'test/reader/storage/ownFile.test.ts',
  },
  {
    breaks: 'an older tab lets go when another brings a newer form',
    file: `${reader}storage/ownDatabase.ts`,
    from: '(event.target as IDBDatabase).close();',
    to: 'void event;',
    test: 'test/reader/storage/own.test.ts',
  },
  {
    breaks: 'scripts stay while a tab needs them',
    file: `${worker}pruneShells.ts`,
    from: 'if (!stays.includes(name)) await',
    to: 'await',
    test: 'test/worker/room.test.ts',
  },
  {
    breaks: 'a page is loaded again once, not for ever',
    file: `${reader}ui/reloadOnce.ts`,
    from: 'view.sessionStorage.getItem(key) === version',
    to: 'false',
    test: 'test/reader/ui/reloadOnce.test.ts',
  },
  {
    breaks: 'going back swaps nothing under the reader',
    file: `${reader}app/DocumentPage.tsx`,
    from: "staleTime: 'static',",
    to: '',
    test: 'test/reader/app/App.test.tsx',
  },
  {
    breaks: 'what comes late is offered, never swapped in',
    file: `${reader}data/aside.ts`,
    from: 'now?.isActive() !== true ||',
    to: 'true ||',
    test: 'test/reader/app/App.test.tsx',
  },
  {
    breaks: 'a browser without storage reads on',
    file: `${reader}storage/ownDatabase.ts`,
    from: "return { ok: false, problem: 'missing' };",
    to: "throw new Error('no storage');",
    test: 'test/reader/storage/own.test.ts',
  },
  {
    breaks: 'caches that cannot be opened hold nothing up',
    file: `${worker}store.ts`,
    from: '  } catch {\n    return undefined;\n  }',
    to: '  } finally {\n    // Nothing.\n  }',
    test: 'test/worker/room.test.ts',
  },
  {
    breaks: 'a stored page is not kept waiting by a line that hangs',
    file: `${worker}answers.ts`,
    from: 'within(refreshed, held && limits.beforeStored)',
    to: 'within(refreshed, undefined)',
    test: 'test/worker/answers.test.ts',
  },
  {
    breaks: 'making room leaves the pages that tabs show',
    file: `${worker}giveUpNear.ts`,
    from: '...(await openPages(device))',
    to: '',
    test: 'test/worker/room.test.ts',
  },
  ...seenByOfflineTests,
  {
    breaks: 'what is looked for in a list is there on the way back',
    file: `${reader}furniture/useListPlace.ts`,
    from: 'goTo({ ...beginning, wanted: next })',
    to: 'setPlace({ ...beginning, wanted: next })',
    test: 'test/reader/furniture/useListPlace.test.tsx',
  },
  {
    breaks: 'a place belongs to the page it was left on',
    file: `${reader}features/position/keepPosition.ts`,
    from: 'addressOf(base, window.location.pathname) === address',
    to: 'true',
    test: 'test/reader/features/keepPosition.test.ts',
  },
  {
    breaks: 'a reload keeps the place, however late the page stands',
    file: `${reader}features/position/keepPosition.ts`,
    from: 'if (piecesOf(document).length === 0) return false;',
    to: '',
    test: 'test/reader/features/keepPosition.test.ts',
  },
];

export const mutants = [
  ...seenByUnitTests.map((one) => ({ ...one, by: 'unit' })),
  ...seenByJourneys.map((one) => ({ ...one, by: 'journey' })),
];
