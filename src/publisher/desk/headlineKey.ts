/**
 * What makes two headlines the same one: letters and digits, whatever the case and the punctuation
 * (`U.S.` and `US`; but `1.5 billion` is not `15 billion`).
 */
export function headlineKey(headline: string): string {
  const key = headline
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\p{N})\.|\.(?!\p{N})|['’‘]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, ' ')
    .trim();
  return key === '' ? headline.trim() : key;
}

/** What the brief of a headline is remembered by from one edition to the next. */
export function briefId(headline: string): string {
  return `brief:${headlineKey(headline)}`;
}
