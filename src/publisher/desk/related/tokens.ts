const token = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;

export function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the first of ASCII
  return /^[\u0000-\u007f]*$/.test(text);
}

/**
 * Numbers (`1,500`, `7.3`) and words (`moon's`) of a text in turn, until `see` wants no more. In ASCII letter by letter, which
 * takes a quarter of the time that the pattern for every script takes, and finds the same.
 */
export function eachToken(text: string, see: (word: string, start: number) => boolean): void {
  if (isAscii(text)) {
    eachPlainToken(text, see);
    return;
  }
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (!see(match[0], match.index)) return;
  }
}

function eachPlainToken(text: string, see: (word: string, start: number) => boolean): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    if (isDigit(text.charCodeAt(at))) {
      at = afterDigits(text, at);
      while (isMark(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) {
        at = afterDigits(text, at + 1);
      }
    } else if (isLetter(text.charCodeAt(at))) {
      while (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at += 1;
      while (text.charCodeAt(at) === apostrophe && isLetter(text.charCodeAt(at + 1))) {
        at += 1;
        while (isLetter(text.charCodeAt(at))) at += 1;
      }
    } else {
      at += 1;
      continue;
    }
    if (!see(text.slice(start, at), start)) return;
  }
}

const apostrophe = 0x27;
const isMark = (code: number): boolean => code === 0x2c || code === 0x2e;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

function afterDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}
