import type { Device } from '../device.ts';
import { dropTakeNote, readTakeNote, writeTakeNote, type TakeNote } from './takeNote.ts';

/** The note of what is taken along, also on a device that has no room for it. */
export class TakeMemory {
  readonly #device: Device;
  /** A full device has no room for the note either: then it is remembered here, for as long as the worker lives. */
  #unwritten: TakeNote | undefined;

  constructor(device: Device) {
    this.#device = device;
  }

  async read(): Promise<TakeNote | undefined> {
    return this.#unwritten ?? (await readTakeNote(this.#device));
  }

  async write(note: TakeNote): Promise<void> {
    this.#unwritten = (await writeTakeNote(this.#device, note)) ? undefined : note;
  }

  async drop(): Promise<void> {
    await dropTakeNote(this.#device);
    this.#unwritten = undefined;
  }
}
