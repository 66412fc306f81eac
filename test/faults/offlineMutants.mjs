const worker = 'src/worker/';
const reader = 'src/reader/';

/** What is kept on a device and what is said of it, caught by unit tests: `test` is a file. */
export const seenByOfflineTests = [
  {
    breaks: 'what was taken along whole stays so without a line',
    file: `${worker}take/TakeAlong.ts`,
    from: "note.status === 'done' ? undefined : this.#end(note, 'waiting')",
    to: "this.#end(note, 'waiting')",
    test: 'test/worker/take.test.ts',
  },
  {
    breaks: 'a newer edition is offered, also where its front comes late',
    file: `${reader}features/offline/useNewEdition.ts`,
    from: 'data === undefined || data.front.version === seen?.version',
    to: 'false',
    test: 'test/reader/features/newEdition.test.tsx',
  },
  {
    breaks:
      'a story that changed since it was read is marked, also where the worker still gives the old one',
    file: `${reader}features/changes/findChanged.ts`,
    from: 'story !== undefined && isTold',
    to: 'story !== undefined',
    test: 'test/reader/storage/readings.test.ts',
  },
  {
    breaks: 'what the reader opened stays when what was taken along goes',
    file: `${worker}take/TakeAlong.ts`,
    from: 'address !== frontAddress && !isOpened',
    to: 'address !== frontAddress',
    test: 'test/worker/kept.test.ts',
  },
  {
    breaks: 'what one tab removed can be put back, whatever another opens',
    file: `${worker}hear.ts`,
    from: "!(await openPages(device)).includes(pageAddress('device'))",
    to: "message.address !== pageAddress('device')",
    test: 'test/worker/kept.test.ts',
  },
  {
    breaks: 'no older copy is offered as a newer one',
    file: `${reader}features/offline/offlineStore.ts`,
    from: 'one === (one === undefined ? undefined : shown)',
    to: 'one !== null',
    test: 'test/reader/features/offlineStore.test.ts',
  },
  {
    breaks: '“as of” is no older than what is known',
    file: `${worker}knownCurrent.ts`,
    from: 'page?.version === held.version ? page.checked : 0',
    to: '0',
    test: 'test/worker/state.test.ts',
  },
  {
    breaks: 'the reader’s own pages stay on the device',
    file: `${worker}trimKept.ts`,
    from: 'const always = [frontAddress, ...ownPages.map(pageAddress)];',
    to: 'const always = [frontAddress]; void ownPages; void pageAddress;',
    test: 'test/worker/room.test.ts',
  },
  {
    breaks: 'on a full device too one address never holds two versions',
    file: `${worker}store.ts`,
    from: "if (data?.version !== proven.version && !(await holdDocument(device, proven))) return false;\n  return put(device, proven, 'html', page, etag);",
    to: "const isKept = await put(device, proven, 'html', page, etag);\n  return data?.version === proven.version ? isKept : (await put(device, proven, 'json', proven.text)) && isKept;",
    test: 'test/worker/room.test.ts',
  },
  {
    breaks: 'an old front that is shown as it was is known to be old',
    file: `${worker}hear.ts`,
    from: '!isStory(address) && !(await isFresh(device, address, known))',
    to: 'void isFresh && false',
    test: 'test/worker/state.test.ts',
  },
  {
    breaks: 'what is taken along comes over a slow line too',
    file: `${worker}take/takeChunk.ts`,
    from: 'isPatient: true,',
    to: '',
    test: 'test/worker/take.test.ts',
  },
];
