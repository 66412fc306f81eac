import * as now from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { setTimeout as nextTurn } from 'node:timers/promises';
import type { TransferListItem } from 'node:worker_threads';
import { fileOf } from '../../model/address.ts';
import type { PageDocument } from '../../model/document.ts';
import { copiesNow } from '../press/copies.ts';
import type { PrintedPage, RenderPage } from '../press/printing.ts';
import { walkSources } from '../sources/walkSources.ts';
import type { Answer, JobKind, Jobs, Question } from './jobs.ts';

/** The end of a channel on which a thread is asked. */
interface Asker {
  on: (event: 'message', listener: (question: Question) => void) => unknown;
  postMessage: (answer: Answer, moved: TransferListItem[]) => void;
}

/** A thread's own side: does what it is asked to do and says what came of it. */
export function serveThread(asker: Asker): void {
  const work = createWork();
  // One after the other: what is asked for first may be what the next needs.
  let before: Promise<void> = Promise.resolve();
  asker.on('message', (question) => {
    before = reply(before, work, question).then(
      (back) => asker.postMessage({ id: question.id, back }, toMove(back)),
      (error: unknown) => asker.postMessage({ id: question.id, error: toSendable(error) }, []),
    );
  });
}

async function reply(before: Promise<void>, work: Work, question: Question) {
  await before;
  return answer(work, question);
}

/** An error with its stack and its cause, without whatever else hangs on it that cannot be copied. */
function toSendable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { cause } = error;
  const sent = new Error(error.message, cause === undefined ? {} : { cause: toSendable(cause) });
  sent.stack = error.stack ?? error.message;
  return sent;
}

type Work = { [Kind in JobKind]: (given: Jobs[Kind][0]) => Promise<Jobs[Kind][1]> };

/** Loaded, and made quick, while the publisher still reads: a page needs React. */
function loadPages() {
  const pages = import('../press/pages.ts');
  void pages.then(() => import('../press/warmUp.ts')).then(({ warmUp }) => warmUp());
  return pages;
}

function createWork(): Work {
  let pages: ReturnType<typeof loadPages> | undefined;
  const load = (): ReturnType<typeof loadPages> => (pages ??= loadPages());
  // What is asked at once is waited for, and comes first.
  let isWalking = false;
  void nextTurn().then(() => (isWalking ? undefined : load()));
  const encoder = new TextEncoder();
  let render: RenderPage | undefined;
  return {
    async prepare({ site, build }) {
      render = (await load()).createPageRenderer(site, build);
    },
    async walk(walk) {
      isWalking = true;
      try {
        return await walkSources({ ...now, ...nodeFiles }, walk);
      } catch {
        return undefined;
      } finally {
        setImmediate(() => void load());
      }
    },
    async render(asked) {
      const made: Printed[] = [];
      for (const { address, json, hasCopies } of asked) {
        if (render === undefined) throw new Error('a thread was given pages before their site');
        // Written by the publisher in this very run.
        const held = json === undefined ? {} : { document: JSON.parse(json) as PageDocument, json };
        const text = await render({ address, ...held });
        const printed = typeof text === 'string' ? { html: encoder.encode(text) } : text;
        if (!hasCopies || json === undefined) made.push(printed);
        else made.push(withCopies(address, printed, encoder.encode(json)));
      }
      return packed(made);
    },
  };
}

function answer<Kind extends JobKind>(
  work: Work,
  { kind, given }: Question<Kind>,
): Promise<Jobs[Kind][1]> {
  return work[kind](given);
}

/** A page's files, wherever their bytes lie. */
interface Printed {
  html: Uint8Array;
  copies?: { html: Uint8Array[]; json: Uint8Array[] };
}

/** Here rather than by the one that writes: this thread has the bytes at hand, and there are more of its kind. */
function withCopies(address: string, { html }: Printed, json: Uint8Array): Printed {
  const copies = {
    html: copiesNow(fileOf(address, 'html'), html),
    json: copiesNow(fileOf(address, 'json'), json),
  };
  return { html, copies };
}

/** The same pages with all their bytes in one buffer: each that is handed over costs as much as packing a small page. */
function packed(pages: readonly Printed[]): PrintedPage[] {
  const all = pages.flatMap(({ html, copies }) => [
    html,
    ...(copies?.html ?? []),
    ...(copies?.json ?? []),
  ]);
  const whole = new Uint8Array(all.reduce((length, bytes) => length + bytes.length, 0));
  let end = 0;
  const put = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
    whole.set(bytes, end);
    return whole.subarray(end, (end += bytes.length));
  };
  return pages.map(({ html, copies }) =>
    copies === undefined
      ? { html: put(html) }
      : {
          html: put(html),
          copies: { html: copies.html.map(put), json: copies.json.map(put) },
        },
  );
}

/** Bytes are handed over, not copied. */
function toMove(back: Jobs[JobKind][1]): TransferListItem[] {
  return Array.isArray(back) ? [...new Set(back.map(({ html }) => html.buffer))] : [];
}
