import { frontAddress } from '../../model/address.ts';
import { partBytes, type TakeManifest, type TakePart } from '../../model/take.ts';
import type { TakeState } from '../../model/workerMessages.ts';
import type { Device } from '../device.ts';
import { drop, fileUrl, listHeld } from '../store.ts';
import { openedData, type KeptFile } from '../weigh.ts';
import { partFrom } from './partOf.ts';
import { takeChunk, type Taken } from './takeChunk.ts';
import { fetchManifest, findManifest } from './takeManifest.ts';
import { TakeMemory } from './TakeMemory.ts';
import { fellShort, type TakeNote } from './takeNote.ts';
import { dropPicturesBut, takePicture } from './takePicture.ts';

/** Milliseconds between two words on how far it is. */
const tellEvery = 150;
const picturesAtOnce = 3;
/** Milliseconds for the list of what there is: while it is taken, and while somebody waits to be told. */
const [patience, whileAsked] = [15_000, 3000];

/**
 * Takes an edition along: one at a time for all tabs, remembered after every file, so that it goes on where it was when
 * the tab, the line, the worker or the browser ended.
 */
export class TakeAlong {
  readonly #device: Device;
  readonly #memory: TakeMemory;
  #walking: Promise<void> | undefined;
  /** What was asked is done in the order in which it was asked; the walk itself is not waited for. */
  #turn: Promise<void> = Promise.resolve();
  #stop = new AbortController();
  #failed = 0;
  #told = 0;

  constructor(device: Device) {
    this.#device = device;
    this.#memory = new TakeMemory(device);
  }

  /** Begins with these parts, beside those taken before; none: the whole edition. */
  async start(parts: readonly string[]): Promise<void> {
    await this.#inTurn(async () => {
      await this.#halt();
      const note = await this.#memory.read();
      const isWhole = parts.length === 0 || note?.parts.length === 0;
      await this.#memory.write({
        status: 'running',
        parts: isWhole ? [] : [...new Set([...(note?.parts ?? []), ...parts])],
        manifest: '',
        documents: note?.documents ?? [],
        stories: { done: 0, total: 0 },
        bytes: { done: 0, total: 0 },
      });
    });
    await this.goOn();
  }

  pause(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#halt();
      await this.#setStatus('paused');
    });
  }

  async resume(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#halt();
      await this.#setStatus('running');
    });
    await this.goOn();
  }

  /**
   * Goes on with what was not finished, and with a newer edition where one was taken along whole. Not while paused, and
   * not on a device that was full: every page asks for this, and what has no room would come down again with each.
   */
  async goOn(): Promise<void> {
    await this.#inTurn(() => {
      if (this.#walking !== undefined) return;
      // Here, not when the walk is under way: whoever halts it in between must reach it.
      this.#stop = new AbortController();
      this.#walking = this.#walk().finally(() => {
        this.#walking = undefined;
      });
    });
    await this.#walking;
  }

  /** Lets go of all that was taken along, but for what the reader opened by themselves. */
  remove(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#halt();
      const note = await this.#memory.read();
      const opened = await openedData(this.#device);
      for (const address of note?.documents ?? []) {
        const isOpened = opened.has(fileUrl(this.#device, address, 'json'));
        if (address !== frontAddress && !isOpened) await drop(this.#device, address, 'json');
      }
      await dropPicturesBut(this.#device, new Set());
      await this.#memory.drop();
      await this.#tell();
    });
  }

  /** Lets go of one section of several. @param putAside called with its files before they go */
  removePart(name: string, putAside: (files: readonly KeptFile[]) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      await this.#halt();
      const note = await this.#memory.read();
      const manifest = await findManifest(this.#device);
      const parting = note && manifest && partFrom(this.#device, note, manifest, name);
      if (parting === undefined) return;
      const opened = await openedData(this.#device);
      const files = parting.files.filter(({ url }) => !opened.has(url));
      await putAside(files);
      await this.#memory.write(parting.note);
      for (const { cache, url } of files) {
        await (await this.#device.caches.open(cache)).delete(url);
      }
      await this.#tell();
    });
  }

  /** How far it is, and what there is to take. */
  async state(): Promise<TakeState> {
    const note = await this.#memory.read();
    const manifest =
      note === undefined
        ? ((await fetchManifest(this.#device, whileAsked)) ?? (await findManifest(this.#device)))
        : await findManifest(this.#device);
    return {
      status: note?.status ?? 'none',
      parts: note?.parts ?? [],
      stories: note?.stories ?? { done: 0, total: 0 },
      bytes: note?.bytes ?? { done: 0, total: 0 },
      failed: this.#failed,
      offers: (manifest?.parts ?? []).map((part) => ({
        ...{ name: part.name, title: part.title, stories: part.stories, bytes: partBytes(part) },
      })),
    };
  }

  async #walk(): Promise<void> {
    const note = await this.#memory.read();
    if (note === undefined || note.status === 'paused' || note.status === 'full') return;
    const manifest = await fetchManifest(this.#device, patience, this.#stop.signal);
    if (this.#stop.signal.aborted) return;
    // What is here whole stays so, also while nobody can say whether there is more.
    if (manifest === undefined)
      return note.status === 'done' ? undefined : this.#end(note, 'waiting');
    if (note.status === 'done' && note.manifest === manifest.version) return;
    if (note.status === 'waiting' && fellShort(note, manifest, this.#device.now())) return;
    this.#failed = 0;
    const { short: _short, ...before } = note;
    const parts = manifest.parts.filter(
      ({ name }) => note.parts.length === 0 || note.parts.includes(name),
    );
    const sum = (count: (part: TakePart) => number): number =>
      parts.reduce((total, part) => total + count(part), 0);
    const walk: Walk = {
      parts,
      note: {
        ...before,
        status: 'running',
        stories: { done: 0, total: sum(({ stories }) => stories) },
        bytes: { done: 0, total: sum(partBytes) },
      },
    };
    await this.#tell(walk.note);
    const text = await this.#takeText(walk);
    const pictures = text === 'kept' ? await this.#takePictures(walk) : text;
    if (this.#stop.signal.aborted) return;
    if (pictures !== 'kept') {
      return this.#end({ ...walk.note, manifest: '' }, pictures === 'full' ? 'full' : 'waiting');
    }
    await this.#letGo(walk, manifest);
    if (this.#failed === 0) {
      return this.#end({ ...walk.note, manifest: manifest.version }, 'done');
    }
    const short = { manifest: manifest.version, at: this.#device.now() };
    return this.#end({ ...walk.note, manifest: '', short }, 'waiting');
  }

  async #takeText({ parts, note }: Walk): Promise<Taken> {
    const held = await listHeld(this.#device);
    const here = new Map(held.map(({ address, version }) => [address, version]));
    for (const { chunks } of parts) {
      for (const chunk of chunks) {
        const before = note.bytes.done;
        const addresses = Object.keys(chunk.documents);
        // Named before they are kept: whatever ends the work in between, letting go finds them.
        note.documents = [...new Set([...note.documents, ...addresses])];
        await this.#memory.write(note);
        const taken = await takeChunk(this.#device, chunk, here, this.#stop.signal, (bytes) => {
          note.bytes.done = before + Math.min(bytes, chunk.bytes);
          this.#tellNow(note);
        });
        note.bytes.done = before + (taken === 'kept' ? chunk.bytes : 0);
        if (this.#stop.signal.aborted || taken === 'full') return taken;
        if (taken === 'failed') this.#failed += 1;
        else this.#count(note, addresses);
        await this.#memory.write(note);
        await this.#tell(note);
        if (taken === 'failed' && this.#device.line !== 'ok') return 'failed';
      }
    }
    return 'kept';
  }

  async #takePictures({ parts, note }: Walk): Promise<Taken> {
    const pictures = parts.flatMap((part) => part.pictures);
    for (let start = 0; start < pictures.length; start += picturesAtOnce) {
      const some = pictures.slice(start, start + picturesAtOnce);
      const taken = await Promise.all(
        some.map((picture) => takePicture(this.#device, picture, this.#stop.signal)),
      );
      if (this.#stop.signal.aborted) return 'failed';
      if (taken.includes('full')) return 'full';
      for (const [index, one] of taken.entries()) {
        if (one === 'kept') note.bytes.done += some[index]?.bytes ?? 0;
        else this.#failed += 1;
      }
      this.#tellNow(note);
      if (taken.includes('failed') && this.#device.line !== 'ok') return 'failed';
    }
    return 'kept';
  }

  /** What an older edition brought along and this one has not. */
  async #letGo({ parts, note }: Walk, { parts: all }: TakeManifest): Promise<void> {
    const offered = new Set(
      all.flatMap(({ chunks }) => chunks.flatMap((chunk) => Object.keys(chunk.documents))),
    );
    note.documents = note.documents.filter((address) => offered.has(address));
    const sources = parts.flatMap(({ pictures }) => pictures.map(({ src }) => src));
    await dropPicturesBut(this.#device, new Set(sources));
  }

  #count(note: TakeNote, addresses: readonly string[]): void {
    const stories = addresses.filter((address) => address.startsWith('/story/')).length;
    note.stories.done = Math.min(note.stories.done + stories, note.stories.total);
  }

  #inTurn(work: () => void | Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #halt(): Promise<void> {
    this.#stop.abort();
    await this.#walking;
  }

  async #setStatus(status: TakeNote['status']): Promise<void> {
    const note = await this.#memory.read();
    if (note !== undefined) await this.#end(note, status);
  }

  async #end(note: TakeNote, status: TakeNote['status']): Promise<void> {
    await this.#memory.write({ ...note, status });
    await this.#tell();
  }

  #tellNow(note: TakeNote): void {
    const now = this.#device.now();
    if (Math.abs(now - this.#told) < tellEvery) return;
    this.#told = now;
    void this.#tell(note);
  }

  /** Tells every page how far it is; offers only when nobody is in the middle of it. */
  async #tell(note?: TakeNote): Promise<void> {
    const take =
      note === undefined ? await this.state() : { ...note, failed: this.#failed, offers: [] };
    this.#device.tell({ kind: 'take', take });
    if (note === undefined) this.#device.tell({ kind: 'kept' });
  }
}

interface Walk {
  parts: TakePart[];
  note: TakeNote;
}
