import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { openInSteps } from './openInSteps.ts';
import { storageProblemOf, type Outcome } from './outcome.ts';
import type { StoreName } from './records.ts';
import { steps as allSteps, type OwnSchema, type Step } from './steps.ts';

/** How long storage may take to open before the reader is told that it does not. Milliseconds. */
const patience = 3000;

type Mode = 'readonly' | 'readwrite';
export type OwnTransaction<AMode extends Mode> = IDBPTransaction<OwnSchema, StoreName[], AMode>;
type Opened = Outcome<IDBPDatabase<OwnSchema>>;

/** The one database with the reader's own things. It opens when first asked, and again when the browser closed it. */
export class OwnDatabase {
  readonly name: string;
  readonly #steps: readonly Step[];
  #opening: Promise<Opened> | undefined;

  /** @param base of the site: two editions on one host keep their readers' things apart */
  constructor(base: string, steps: readonly Step[] = allSteps) {
    this.name = `lede ${base}`;
    this.#steps = steps;
  }

  /**
   * Does work in one transaction over some stores. The outcome is there once the transaction is complete, so what it
   * says is kept is kept. Work that fails leaves everything as it was.
   */
  async run<Value, AMode extends Mode>(
    stores: StoreName[],
    mode: AMode,
    work: (transaction: OwnTransaction<AMode>) => Promise<Value>,
  ): Promise<Outcome<Value>> {
    const first = await this.#attempt(stores, mode, work);
    // The browser had closed the connection (cleared data, a restart of its storage): once more, with a new one.
    return first === 'closed' ? asOutcome(await this.#attempt(stores, mode, work)) : first;
  }

  /** Lets go of the connection. */
  async close(): Promise<void> {
    const opened = await this.#opening;
    this.#opening = undefined;
    if (opened?.ok === true) opened.value.close();
  }

  async #attempt<Value, AMode extends Mode>(
    stores: StoreName[],
    mode: AMode,
    work: (transaction: OwnTransaction<AMode>) => Promise<Value>,
  ): Promise<Outcome<Value> | 'closed'> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    let transaction: OwnTransaction<AMode>;
    try {
      // Strict: the browser answers when the bytes are on the disk, so that a killed browser has kept what it said.
      transaction = opened.value.transaction(stores, mode, { durability: 'strict' });
    } catch {
      this.#opening = undefined;
      return 'closed';
    }
    return await complete(transaction, work);
  }

  async #open(): Promise<Opened> {
    this.#opening ??= this.#openNow();
    const opened = await this.#opening;
    // What failed now may work later: another tab is closed, room is made.
    if (!opened.ok) this.#opening = undefined;
    return opened;
  }

  async #openNow(): Promise<Opened> {
    let isBlocked = false;
    const forget = (): void => {
      this.#opening = undefined;
    };
    const opening = openSafely(() =>
      openInSteps(this.name, this.#steps, {
        blocked: () => {
          isBlocked = true;
        },
        // Another tab brings a newer form: this one lets go rather than hold it up.
        blocking: (_, __, event) => {
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      }),
    );
    const late = new Promise<Opened>((resolve) => {
      setTimeout(() => resolve({ ok: false, problem: isBlocked ? 'blocked' : 'silent' }), patience);
    });
    const opened = await Promise.race([opening, late]);
    // An answer after we gave up would hold other tabs up.
    if (!opened.ok) void opening.then((tooLate) => tooLate.ok && tooLate.value.close());
    return opened;
  }
}

async function complete<Value, AMode extends Mode>(
  transaction: OwnTransaction<AMode>,
  work: (transaction: OwnTransaction<AMode>) => Promise<Value>,
): Promise<Outcome<Value>> {
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const value = await work(transaction);
    const failed = await done;
    return failed === undefined
      ? { ok: true, value }
      : { ok: false, problem: storageProblemOf(failed.error) };
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    await done;
    return { ok: false, problem: storageProblemOf(error) };
  }
}

/** A browser without IndexedDB throws before there is a promise. */
async function openSafely(open: () => Promise<IDBPDatabase<OwnSchema>>): Promise<Opened> {
  try {
    if (Reflect.get(globalThis, 'indexedDB') === undefined)
      return { ok: false, problem: 'missing' };
    return { ok: true, value: await open() };
  } catch (error) {
    const problem = storageProblemOf(error);
    return { ok: false, problem };
  }
}

function asOutcome<Value>(outcome: Outcome<Value> | 'closed'): Outcome<Value> {
  return outcome === 'closed' ? { ok: false, problem: 'missing' } : outcome;
}
