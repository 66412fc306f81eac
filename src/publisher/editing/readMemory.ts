import { emptyMemory, parseMemory, type Memory } from '../desk/memory.ts';
import type { Files } from '../press/files.ts';
import { UnreadableRecord } from '../press/record.ts';
import { readIfThere } from '../press/replaceFile.ts';

/**
 * What the runs before remember of addresses; empty before the first.
 * @param isFirst no edition was published before, as far as is known
 * @throws {UnreadableRecord} also when it is gone while the rest is there: stories would get other addresses
 */
export async function readMemory(files: Files, path: string, isFirst: boolean): Promise<Memory> {
  const bytes = await readIfThere(files, path);
  if (bytes === undefined && isFirst) return emptyMemory;
  if (bytes === undefined) throw new UnreadableRecord(path, 'is gone');
  let input: unknown;
  try {
    input = JSON.parse(bytes.toString());
  } catch {
    throw new UnreadableRecord(path);
  }
  const memory = parseMemory(input);
  // Without its memory a run would give stories new addresses, so it does not guess.
  if (!memory.ok) throw new UnreadableRecord(path);
  return memory.value;
}
