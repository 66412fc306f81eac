import { emptyMemory, parseMemory, type Memory } from '../desk/memory.ts';
import type { Files } from '../press/files.ts';
import { UnreadableRecord } from '../press/record.ts';
import { readIfThere } from '../press/replaceFile.ts';

/** What the runs before remember of addresses; empty before the first. @throws {UnreadableRecord} */
export async function readMemory(files: Files, path: string): Promise<Memory> {
  const bytes = await readIfThere(files, path);
  if (bytes === undefined) return emptyMemory;
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
