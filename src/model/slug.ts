import * as v from 'valibot';

/** Longest slug, in characters. */
export const slugLimit = 80;
const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text can stand as a slug as it is: `[a-z0-9-]`, no dash at either end, at most 80 characters. */
export function isSlug(text: string): boolean {
  return text.length <= slugLimit && slugForm.test(text);
}

// Letters that Unicode does not take apart into a base letter and an accent.
const foldings: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * ASCII slug of a text, cut at a word within 80 characters; '' when nothing of it is left
 * (Arabic, CJK), for which the caller falls back on an id.
 */
export function slugFrom(text: string): string {
  const ascii = text
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => foldings[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (ascii.length <= slugLimit) return ascii;
  const cut = ascii.slice(0, slugLimit + 1);
  const dash = cut.lastIndexOf('-');
  return (dash > 0 ? cut.slice(0, dash) : ascii.slice(0, slugLimit)).replace(/-+$/, '');
}

export const slugSchema = v.pipe(
  v.string(),
  v.check(isSlug, `expected a slug: a-z, 0-9 and dashes, at most ${slugLimit} characters`),
);
