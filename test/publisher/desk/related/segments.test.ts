import { describe, expect, it } from 'vitest';
import {
  DamagedArchive,
  openRelatedArchive,
} from '../../../../src/publisher/desk/related/relatedArchive.ts';
import { archiveOf, keep, listsOf, madeUp } from './archives.ts';

const stories = madeUp(60, 4);
const folder = keep(new Map(), archiveOf(stories));
const names = [...folder.keys()];

function openWith(name: string, bytes: Uint8Array | undefined): () => unknown {
  const other = new Map(folder);
  if (bytes === undefined) other.delete(name);
  else other.set(name, bytes);
  return () => openRelatedArchive(other);
}

describe('an archive whose bytes are not whole', () => {
  it.each(names)('is refused when %s is missing, cut, empty, or has one bit turned', (name) => {
    const bytes = folder.get(name) ?? new Uint8Array();
    expect(openWith(name, undefined)).toThrow(DamagedArchive);
    expect(openWith(name, new Uint8Array())).toThrow(DamagedArchive);
    expect(openWith(name, bytes.subarray(0, bytes.length - 4))).toThrow(DamagedArchive);
    for (const at of [0, 4, 8, 12, bytes.length - 1]) {
      const turned = bytes.slice();
      turned[at] = (turned[at] ?? 0) ^ 1;
      expect(openWith(name, turned), `byte ${at}`).toThrow(DamagedArchive);
    }
  });

  it('is refused when its segments are of two runs', () => {
    const later = keep(new Map(), archiveOf(stories.slice(1)));
    for (const name of names) expect(openWith(name, later.get(name))).toThrow(DamagedArchive);
  });

  it('is read from bytes that begin anywhere', () => {
    const shifted = new Map(
      [...folder].map(([name, bytes]) => {
        const wider = new Uint8Array(bytes.length + 1);
        wider.set(bytes, 1);
        return [name, wider.subarray(1)];
      }),
    );
    expect(listsOf(stories, openRelatedArchive(shifted))).toEqual(listsOf(stories));
  });
});
