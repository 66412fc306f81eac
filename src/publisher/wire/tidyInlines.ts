import type { Inline } from '../../model/body.ts';

/** Marks deeper than this keep their words only. */
export const deepest = 100;

/**
 * One shape for inlines: neighbouring texts joined, white space collapsed (none between Han or kana over a line end),
 * ends trimmed, empty marks and links inside links gone.
 */
export function tidyInlines(inlines: readonly Inline[]): Inline[] {
  const tidy = joined(inlines, false);
  while (isSpace(tidy[0])) tidy.shift();
  while (isSpace(tidy.at(-1))) tidy.pop();
  const [first] = tidy;
  if (typeof first === 'string') tidy[0] = first.trimStart();
  const last = tidy.at(-1);
  if (typeof last === 'string') tidy[tidy.length - 1] = last.trimEnd();
  return tidy;
}

function isSpace(inline: Inline | undefined): boolean {
  if (typeof inline === 'string') return inline.trim() === '';
  return inline?.type === 'break';
}

function joined(inlines: readonly Inline[], isInLink: boolean): Inline[] {
  const out: Inline[] = [];
  let words = '';
  const flush = (): void => {
    const text = collapse(words);
    if (text !== '') out.push(text);
    words = '';
  };
  for (const inline of inlines) {
    if (typeof inline === 'string') {
      words += inline;
      continue;
    }
    if (inline.type === 'break') {
      flush();
      out.push(inline);
      continue;
    }
    const isLink = inline.type === 'link';
    const children =
      inline.type === 'code'
        ? inline.children.filter((child) => child !== '')
        : joined(inline.children, isInLink || isLink);
    if (children.length === 0) continue;
    if (isLink && isInLink) {
      for (const child of children) {
        if (typeof child === 'string') {
          words += child;
          continue;
        }
        flush();
        out.push(child);
      }
      continue;
    }
    flush();
    out.push({ ...inline, children });
  }
  flush();
  return out;
}

function collapse(text: string): string {
  return text
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『])/gu,
      '',
    )
    .replace(/[ \t\n]+/g, ' ');
}
