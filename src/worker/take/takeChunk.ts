import { sha256 } from '../../model/sha256.ts';
import type { TakeChunk } from '../../model/take.ts';
import { ask } from '../ask.ts';
import { urlOf, type Device } from '../device.ts';
import { proveAnyDocument } from '../proof.ts';
import { refresh } from '../refresh.ts';
import { findHeld, holdDocument } from '../store.ts';

/** Up to this share of a file's documents are asked for one by one: an update brings only what changed. */
const fewShare = 0.25;
/** Milliseconds in which something of a file must come. */
const patience = 30_000;
const patienceForOne = 15_000;

export type Taken = 'kept' | 'failed' | 'full';

/**
 * Brings the documents of a file that are not here in their version.
 *
 * @param here versions on this device by address
 * @param onBytes called with the bytes of the file that came so far
 */
export async function takeChunk(
  device: Device,
  chunk: TakeChunk,
  here: ReadonlyMap<string, string>,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Taken> {
  const wanted = Object.entries(chunk.documents);
  const missing = wanted.filter(([address, version]) => here.get(address) !== version);
  if (missing.length === 0) return 'kept';
  if (missing.length <= wanted.length * fewShare) return takeFew(device, missing, signal);
  const asked = await ask(device, {
    url: urlOf(device, `/${chunk.src}`),
    types: ['application/json'],
    limit: patience,
    isPatient: true,
    signal,
    onBytes,
  });
  if (asked.kind !== 'new') return 'failed';
  // Its name is its hash: cut, bent or somebody else's bytes are none of it.
  if (!chunk.src.startsWith(`take/${(await sha256(asked.bytes)).slice(0, 16)}`)) return 'failed';
  const list: unknown = JSON.parse(new TextDecoder().decode(asked.bytes));
  if (!Array.isArray(list)) return 'failed';
  const kept = await Promise.all(list.map((one) => keepOne(JSON.stringify(one))));
  return kept.every(Boolean) ? 'kept' : 'full';

  async function keepOne(text: string): Promise<boolean> {
    const proven = await proveAnyDocument(text);
    // What this reader cannot read is left out; its page says so when it is opened.
    if (proven === undefined || here.get(proven.address) === proven.version) return true;
    return holdDocument(device, proven);
  }
}

async function takeFew(
  device: Device,
  missing: readonly [string, string][],
  signal: AbortSignal,
): Promise<Taken> {
  let taken: Taken = 'kept';
  for (const [address, version] of missing) {
    if (signal.aborted) return 'failed';
    const refreshed = await refresh(device, address, 'json', patienceForOne);
    if (refreshed.kind === 'new' && !refreshed.isKept) return 'full';
    if (refreshed.kind === 'failed' && device.line !== 'ok') return 'failed';
    // What this reader cannot read is left out, as above.
    if (refreshed.kind === 'failed' && refreshed.why === 'newer') continue;
    // A host whose copies lag behind its list says "unchanged", or gives another version: that is not the edition's.
    const held = await findHeld(device, address, 'json');
    if (held?.version !== version) taken = 'failed';
  }
  return taken;
}
