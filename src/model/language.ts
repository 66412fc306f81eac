import * as v from 'valibot';

export type Direction = 'ltr' | 'rtl';

/** Scripts written from right to left, by ISO 15924 code. */
const rtlScripts = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** `german`: a language of more than three letters would be a registered one, and none is. */
const isName = /^\s*[a-z]{4}/i;

/** Characters of a tag; one with every part that there is has fewer. */
const longest = 255;

/**
 * Canonical BCP 47 tag (`EN-gb` → `en-GB`), or undefined when the tag is not well-formed.
 * Source: RFC 5646 §2.2.9 by way of Intl.getCanonicalLocales.
 */
export const parseLanguage = remembering((tag) => {
  if (tag.length > longest || isName.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
});

/** Writing direction of a language, from its likely script (`ar` → rtl, `az-Arab` → rtl, `ar-Latn` → ltr). */
export const directionOf = remembering((language): Direction => {
  try {
    const script = new Intl.Locale(language).maximize().script;
    return script !== undefined && rtlScripts.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
});

/**
 * Intl takes longer for a tag than a small story takes for all the rest, and an archive has a few tags a hundred thousand
 * times. A source may make up as many as it likes: those beyond a few are not remembered.
 */
function remembering<Answer>(find: (tag: string) => Answer): (tag: string) => Answer {
  const known = new Map<string, Answer>();
  return (tag) => {
    const before = known.get(tag);
    if (before !== undefined || known.has(tag)) return before as Answer;
    const answer = find(tag);
    if (known.size < 99 && tag.length < 99) known.set(tag, answer);
    return answer;
  };
}

/** Languages written without spaces between words, where a word is about two characters long. */
export function isUnspaced(language: string): boolean {
  return /^(zh|ja|th|lo|km|my|bo)(-|$)/.test(language);
}

export const languageSchema = v.pipe(
  v.string(),
  v.check((tag) => parseLanguage(tag) === tag, 'expected a language tag such as en-GB'),
);
