import type { PrintedPage, RenderPage } from '../press/printing.ts';
import type { Site } from '../../model/edition.ts';
import type { ReaderBuild } from '../press/assets.ts';
import type { Walk, WalkedSources } from '../sources/walkSources.ts';
import type { Answer, JobKind, Jobs, PageJob, Question } from './jobs.ts';

/** A thread as its publisher sees it. */
export interface Thread {
  on: ((event: 'message', listener: (answer: Answer) => void) => unknown) &
    ((event: 'error' | 'messageerror', listener: (error: unknown) => void) => unknown) &
    ((event: 'exit', listener: (code: number) => void) => unknown);
  ask: (question: Question) => void;
  /** Ends it, whatever it is at. */
  end: () => Promise<unknown>;
}

/** Threads that take work off the publisher. What they make does not show how many they are. */
export interface Threads {
  /** Starts the first, so that it is at hand when there is work; else the first work does. */
  start: () => void;
  /** The first looks for sources, before it makes itself ready for pages. */
  walk: (walk: Walk) => Promise<WalkedSources | undefined>;
  /** Pages are rendered by whichever thread has least to do. */
  createPageRenderer: (site: Site, build: ReaderBuild) => RenderPage;
  close: () => Promise<void>;
}

/** Pages asked for in one message: a message costs as much as a small page. */
const pagesInMessage = 8;
/** Pages that wait for each thread before another one is started. */
const queueLength = 32;

interface Waiting<Back> {
  resolve: (back: Back) => void;
  reject: (error: unknown) => void;
}

interface Hand {
  thread: Thread;
  asked: Map<number, Waiting<Jobs[JobKind][1]>>;
  /** Pages that it has not given back yet. */
  pages: number;
}

/**
 * Threads are started as there is work for them. One that fails or ends by itself ends the work of all.
 * @param most threads at the same time, at least 1
 */
export function openThreads(startOne: () => Thread, most: number): Threads {
  const hands: Hand[] = [];
  const queue: (PageJob & Waiting<PrintedPage>)[] = [];
  let prepared: Jobs['prepare'][0] | undefined;
  let failure: { error: unknown } | undefined;
  let isClosed = false;
  let asked = 0;

  function ask<Kind extends JobKind>(hand: Hand, kind: Kind, given: Jobs[Kind][0]) {
    return new Promise<Jobs[Kind][1]>((resolve, reject) => {
      if (failure !== undefined) {
        reject(failure.error);
        return;
      }
      const id = (asked += 1);
      hand.asked.set(id, { resolve, reject });
      hand.thread.ask({ id, kind, given });
    });
  }

  function fail(error: unknown): void {
    failure ??= { error };
    for (const { reject } of [...hands.flatMap((hand) => [...hand.asked.values()]), ...queue]) {
      reject(error);
    }
  }

  function open(): Hand {
    const hand: Hand = { thread: startOne(), asked: new Map(), pages: 0 };
    hand.thread.on('message', ({ id, back, error }) => {
      const waiting = hand.asked.get(id);
      hand.asked.delete(id);
      if (error === undefined) waiting?.resolve(back);
      else waiting?.reject(error);
    });
    hand.thread.on('error', fail);
    hand.thread.on('messageerror', fail);
    hand.thread.on('exit', (code) => {
      // Whoever closes the threads has stopped waiting for them.
      if (!isClosed)
        fail(new Error(`a thread that makes pages ended by itself (exit code ${code})`));
    });
    hands.push(hand);
    if (prepared !== undefined) ask(hand, 'prepare', prepared).catch(fail);
    return hand;
  }

  function freest(): Hand {
    const [first = open(), ...others] = hands;
    const hand = others.reduce((one, other) => (other.pages < one.pages ? other : one), first);
    return hand.pages >= queueLength && hands.length < most ? open() : hand;
  }

  async function send(pages: typeof queue): Promise<void> {
    const hand = freest();
    hand.pages += pages.length;
    try {
      const made = await ask(
        hand,
        'render',
        pages.map(({ address, json, hasCopies }) => toJob(address, json, hasCopies)),
      );
      made.forEach((page, index) => pages[index]?.resolve(page));
    } catch (error) {
      for (const { reject } of pages) reject(error);
    }
    hand.pages -= pages.length;
  }

  return {
    start() {
      if (hands.length === 0) open();
    },
    walk: (walk) => ask(hands[0] ?? open(), 'walk', walk),
    createPageRenderer(site, build) {
      prepared = { site, build };
      for (const hand of hands) ask(hand, 'prepare', prepared).catch(fail);
      return ({ address, json, hasCopies }) =>
        new Promise((resolve, reject) => {
          if (queue.length === 0) {
            setImmediate(() => {
              while (queue.length > 0) void send(queue.splice(0, pagesInMessage));
            });
          }
          queue.push({ ...toJob(address, json, hasCopies), resolve, reject });
        });
    },
    async close() {
      isClosed = true;
      failure ??= { error: new Error('the threads were closed') };
      await Promise.all(hands.map(({ thread }) => thread.end()));
    },
  };
}

/** A page's job and nothing else that hangs on it: what is posted is copied. */
function toJob(address: string, json?: string, hasCopies = false): PageJob {
  return { address, hasCopies, ...(json === undefined ? {} : { json }) };
}
