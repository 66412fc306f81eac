import type { Problem } from '../../model/problem.ts';
import { decode, unifyLineEnds } from './decode.ts';

const western =
  /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-1|latin-?1|l1|us-ascii|ascii|iso_8859-1|ansi)$/i;

/** Whether an encoding of this name is read as windows-1252, as browsers do. */
export const isWestern = (name: string): boolean => western.test(name);

/** A document's text, and what was wrong with the encoding that it declares. */
export interface DeclaredText {
  text: string;
  warnings: Problem[];
}

/**
 * A document's text in the encoding that it declares.
 * @param findDeclared the name of the encoding in the text as far as it could be read without knowing it
 */
export function declaredText(
  bytes: Uint8Array,
  findDeclared: (text: string) => string | undefined,
): DeclaredText {
  const plain = decode(bytes);
  const declared = findDeclared(plain.text);
  // A mark is surer than a word; and a document declared as UTF-16 whose declaration could be read is none.
  const isPlain =
    plain.isSure || declared === undefined || /^(?:utf-?8|utf-?16|ucs-?2)/i.test(declared);
  if (isPlain && !plain.guessed) return { text: plain.text, warnings: [] };
  if (isPlain) return readDamaged(bytes, plain.text);
  if (isWestern(declared)) {
    // No text in windows-1252 is also well-formed UTF-8 but for plain ASCII.
    const isUtf8 = !plain.guessed && bytes.some((byte) => byte > 0x7f);
    return {
      text: plain.text,
      warnings: isUtf8 ? [warning(`"${declared}"`, 'UTF-8, read as such')] : [],
    };
  }
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(declared);
  } catch {
    return { text: plain.text, warnings: [warning('an encoding that is known', `"${declared}"`)] };
  }
  const text = unifyLineEnds(decoder.decode(bytes));
  return {
    text,
    warnings: text.includes('\ufffd')
      ? [warning(`"${declared}"`, 'some bytes that are none of it')]
      : [],
  };
}

/** UTF-8 in which a few bytes were lost is still UTF-8; where most are none of it, windows-1252 was meant. */
function readDamaged(bytes: Uint8Array, western1252: string): DeclaredText {
  const text = unifyLineEnds(new TextDecoder().decode(bytes));
  let lost = 0;
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) lost += 1;
    else if (code > 0x7f) kept += 1;
  }
  return kept > lost
    ? { text, warnings: [warning('UTF-8', `${lost} bytes that are none of it`)] }
    : {
        text: western1252,
        warnings: [warning('UTF-8', 'other bytes, which were read as windows-1252')],
      };
}

function warning(expected: string, got: string): Problem {
  return {
    code: 'wrong-encoding',
    at: '',
    message: `expected ${expected}, got ${got}`,
    mend: 'let the source declare the encoding that it uses',
  };
}
