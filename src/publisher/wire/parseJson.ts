import type { Problem } from '../../model/problem.ts';
import { findBeyond } from './jsonBounds.ts';
import { placesOfOffsets } from './lines.ts';
import { walkJson } from './walkJson.ts';

/** JSON text as a value, or the place where it stops being JSON. */
export function parseJson(
  text: string,
): { ok: true; value: unknown } | { ok: false; problem: Problem } {
  const beyond = findBeyond(text);
  if (beyond !== undefined) {
    const { offset, message } = beyond;
    const mend = 'cut the file into several, or open fewer lists and objects';
    const place = placesOfOffsets(text)(offset);
    return { ok: false, problem: { code: 'too-many-values', at: '', message, mend, ...place } };
  }
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const fault = walkJson(text);
    // JSON.parse and the walk read the same grammar; should they differ, that is a defect.
    if (fault === undefined) throw error;
    const { offset, message, mend } = fault;
    return {
      ok: false,
      problem: { code: 'not-json', at: '', message, mend, ...placesOfOffsets(text)(offset) },
    };
  }
}
