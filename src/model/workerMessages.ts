import * as v from 'valibot';

/** Name of the one Trusted Types policy, which lets the worker's own address be registered and nothing else. */
export const workerPolicy = 'lede-sw';

/**
 * What the last request told about the line to the edition's host. `ok` it answers · `offline` no connection · `weak`
 * no answer in time · `server` the host is in trouble · `sign-in` a network answers in the host's place.
 */
export const lines = ['ok', 'offline', 'weak', 'server', 'sign-in'] as const;
export type Line = (typeof lines)[number];

/** Header of the worker's answer that says when what it gave was last known to be current, milliseconds since 1970. */
export const checkedHeader = 'x-lede-checked';
/** Header of an answer that stands for a failure: a LoadProblemKind. */
export const problemHeader = 'x-lede-problem';

const address = v.pipe(v.string(), v.startsWith('/'));

/** What a page says to the worker. */
export const toWorkerSchema = v.variant('kind', [
  /** A page is open at this address: keep it, and what is near it. `saving`: the reader asked to save data. */
  v.object({ kind: v.literal('open'), address, saving: v.boolean() }),
  /** Ask the host again how the line is. Answered with a `state`. */
  v.object({ kind: v.literal('probe') }),
  /** How is the line, and since when is the page at this address known? Answered with a `state`. */
  v.object({ kind: v.literal('state'), address }),
  /** What is on this device? Answered with a `held`. */
  v.object({ kind: v.literal('held') }),
  /** Take these parts of the edition along; none named: all of it. */
  v.object({ kind: v.literal('take'), parts: v.array(v.string()) }),
  v.object({ kind: v.literal('pause-take') }),
  /** Go on, or try again what failed. */
  v.object({ kind: v.literal('resume-take') }),
  /** Go on if it is running: the browser may have ended the worker in the middle. */
  v.object({ kind: v.literal('go-on-take') }),
  v.object({ kind: v.literal('remove-take') }),
  /** Let go of one section of several that were taken along. */
  v.object({ kind: v.literal('remove-part'), name: v.string() }),
  /** What can be taken along, and how far it is? Answered with a `take`. */
  v.object({ kind: v.literal('show-take') }),
  /** How large is what is on this device? Answered with a `weight`. */
  v.object({ kind: v.literal('weigh') }),
  /** Remove what was kept without being asked for. Answered with a `weight`. */
  v.object({ kind: v.literal('remove-near') }),
  /** Put back what was removed, as far as that is possible. Answered with a `weight`. */
  v.object({ kind: v.literal('put-back'), part: v.picklist(['taken', 'near']) }),
  /** The device is full, and what the reader asked for comes before what nobody did. Answered with a `room`. */
  v.object({ kind: v.literal('make-room') }),
  /** The reader asked for the newest: a worker that waits may take over. */
  v.object({ kind: v.literal('apply') }),
]);
export type ToWorker = v.InferOutput<typeof toWorkerSchema>;

/** A page on this device. `isWhole`: with its text; a story of which there is only the headline has none. */
export interface HeldPage {
  address: string;
  title: string;
  isWhole: boolean;
}

const heldPage: v.GenericSchema<HeldPage> = v.object({
  address,
  title: v.string(),
  isWhole: v.boolean(),
});

/**
 * Why something is on this device: `taken` the reader took it along · `near` it was opened, or stood near what was ·
 * `reader` the app's own files.
 */
export type KeptPart = 'taken' | 'near' | 'reader';

export interface Weight {
  stories: number;
  bytes: number;
}

const weight: v.GenericSchema<Weight> = v.object({ stories: v.number(), bytes: v.number() });

/** A part of the edition that can be taken along. */
export interface TakeOffer {
  name: string;
  title: string;
  stories: number;
  bytes: number;
}

/**
 * How far taking along is. `waiting` the line dropped or something failed: it goes on by itself when the line is back ·
 * `full` the device has no room.
 */
export const takeStatuses = ['none', 'running', 'paused', 'waiting', 'full', 'done'] as const;

export interface TakeState {
  status: (typeof takeStatuses)[number];
  /** Names of the parts; empty: the whole edition. */
  parts: string[];
  stories: { done: number; total: number };
  bytes: { done: number; total: number };
  /** Files that could not be had. */
  failed: number;
  /** What can be taken along; empty while it is not known. */
  offers: TakeOffer[];
}

const count = v.object({ done: v.number(), total: v.number() });
const takeState: v.GenericSchema<TakeState> = v.object({
  status: v.picklist(takeStatuses),
  parts: v.array(v.string()),
  stories: count,
  bytes: count,
  failed: v.number(),
  offers: v.array(
    v.object({ name: v.string(), title: v.string(), stories: v.number(), bytes: v.number() }),
  ),
});

/** What the worker says to a page. */
export const fromWorkerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('state'),
    line: v.picklist(lines),
    /** When the page's copy was last known to be current. Milliseconds since 1970. */
    checked: v.exactOptional(v.number()),
    /** The version of that copy; the page on screen may be of another, where the device is full. */
    version: v.exactOptional(v.string()),
    /** Of a front or list: shown though it is not known to be current, as the newest could not be had in time. */
    isOld: v.exactOptional(v.boolean()),
  }),
  /** Newest first. */
  v.object({ kind: v.literal('held'), pages: v.array(heldPage) }),
  /** A newer copy of a page arrived after an older one, `than`, was shown; a worker of before does not say which. */
  v.object({
    ...{ kind: v.literal('newer'), address, version: v.string() },
    than: v.exactOptional(v.string()),
  }),
  v.object({ kind: v.literal('take'), take: takeState }),
  v.object({
    kind: v.literal('weight'),
    parts: v.object({ taken: weight, near: weight, reader: weight }),
    /** Of putting back: whether there was anything. */
    isBack: v.exactOptional(v.boolean()),
  }),
  /** Whether there was anything to give up. */
  v.object({ kind: v.literal('room'), isMade: v.boolean() }),
  /** Something near a page that is open could not be had, and may be had later. */
  v.object({ kind: v.literal('lacking') }),
  /** More or less is on this device than before. */
  v.object({ kind: v.literal('kept') }),
]);
export type FromWorker = v.InferOutput<typeof fromWorkerSchema>;
