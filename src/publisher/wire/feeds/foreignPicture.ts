import { decodePath } from '../bodyLink.ts';
import { cleanLine } from '../cleanText.ts';
import { isPicturePath } from '../fieldSchemas.ts';
import type { Attributes } from '../htmlTags.ts';
import type { SourcePicture } from '../wireItem.ts';
import { anySizeKey } from './anySizeKey.ts';
import type { Surroundings } from './foreignWalk.ts';
import { setAddress, setLimit } from './setAddress.ts';
import { parseWebAddress } from './webLink.ts';

/** Widest picture asked for, in pixels: the press makes smaller ones of it. */
const widest = 2600;
/** Where pages put the address of a picture that a script loads later. */
const lateSources = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-orig-file',
  'data-large-file',
];
const lateSets = ['data-srcset', 'data-lazy-srcset'];
/** Where a browser puts the pictures of a page it saves. */
const savedBeside = /^(?:\.\/)?[^/\\:?#]+_files\/[^\\:?#]+$/;

/**
 * The picture an `img` names, or undefined when it has no address that may be fetched.
 * @param sets further sets of its addresses, as in `srcset`
 */
export function foreignPicture(
  attributes: Attributes,
  { base, bindingOf }: Surroundings,
  sets: readonly string[],
): SourcePicture | undefined {
  const bound =
    bindingOf === undefined ? undefined : boundAddress(attributes, sets, { base, bindingOf });
  const src = bound ?? addressOf(attributes, base);
  if (src === undefined) return undefined;
  const { alt } = attributes;
  return { src, alt: alt === undefined ? null : cleanLine(alt) };
}

function addressOf(attributes: Attributes, base: string | undefined): string | undefined {
  const { src = '', srcset = '' } = attributes;
  if (savedBeside.test(src.trim())) return decodePath(src.trim());
  const sets = [srcset, ...lateSets.map((name) => attributes[name] ?? '')];
  const late = lateSources.flatMap((name) => attributes[name] ?? []);
  const candidates = [...sets.flatMap((set) => widestOf(set) ?? []), src, ...late];
  for (const candidate of candidates) {
    const address = candidate.trim() === '' ? undefined : parseWebAddress(candidate, base);
    if (address !== undefined && !isPlaceholder(address)) return address;
  }
  const path = decodePath(src.trim());
  return base === undefined && isPicturePath(path) ? path : undefined;
}

/** The address by which a picture is bound most, whatever the size of it is. */
function boundAddress(
  attributes: Attributes,
  sets: readonly string[],
  { base, bindingOf }: Required<Pick<Surroundings, 'bindingOf'>> & Surroundings,
): string | undefined {
  const named = ['src', ...lateSources].flatMap((name) => attributes[name] ?? []);
  const all = [...sets, ...['srcset', ...lateSets].flatMap((name) => attributes[name] ?? [])];
  const inSets = all.flatMap((set) => set.slice(0, setLimit).split(/\s+/).map(setAddress));
  let most: { binding: number; address: string } | undefined;
  for (const written of [...named, ...inSets]) {
    if (written.trim() === '') continue;
    const binding = bindingOf(anySizeKey(written, base));
    if (binding === undefined || binding <= (most?.binding ?? -1)) continue;
    const address = parseWebAddress(written, base) ?? decodePath(written.trim());
    most = { binding, address };
  }
  return most?.address;
}

// HTML, "srcset attribute": candidates end in a width such as 1024w; one without a width is not measured.
function widestOf(srcset: string): string | undefined {
  let best: { width: number; address: string } | undefined;
  let address = '';
  for (const word of srcset.slice(0, setLimit).split(/\s+/)) {
    const digits = /^(\d{1,5})w,?$/.exec(word)?.[1];
    if (digits === undefined) {
      address = word.replace(/^,+/, '');
      continue;
    }
    const width = Number(digits);
    if (width <= widest && width > (best?.width ?? 0)) best = { width, address };
  }
  return best?.address;
}

function isPlaceholder(address: string): boolean {
  return /\/(?:placeholder|lazy|loading|blank|grey|transparent)[^/]{0,20}\.(?:gif|png|svg)$/i.test(
    address,
  );
}
