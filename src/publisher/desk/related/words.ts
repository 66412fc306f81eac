import { eachToken, isAscii } from './tokens.ts';

/** One thing a text says: a folded word, a number or a piece of an unspaced run, and how much it looks like a name. */
export interface Word {
  term: string;
  /** 1 for a plain word; more for what is written like a name, less for a piece of a run. */
  weight: number;
}

/** Words that begin alike are one word to us: `elected`, `election`. It stands in for a stemmer of every language. */
const stemLength = 5;
const nameWeight = 1.4;
const pieceWeight = 0.6;
/** Beyond this share of capitals a headline is In Title Case and its capitals say nothing. */
const titleCase = 0.6;

const sentenceStart = /(?:^|[.!?:…]["'”’»)\]]*\s+|[«“"‘([]\s*)$/u;
const accents = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const initials = /(?<!\p{L})(?:\p{Lu}\.){2,}/gu;
const capital = /^\p{Lu}/u;
const numeral = /^\p{N}/u;
/** Arabic writes its article and some prepositions onto the word. */
const arabicArticle = /^(?:[وبكف]?ال|لل)(?=\p{L}{2})/u;
const runs =
  /[\p{sc=Han}々]+|[\p{sc=Kana}ー]+|\p{sc=Hira}+|\p{sc=Hang}+|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+|[^\p{sc=Han}々\p{sc=Kana}ー\p{sc=Hira}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+/gu;

/** A token as it is written: what it says is the same wherever it stands, but for being a name. */
interface Token {
  hasCapital: boolean;
  /** What it says as a plain word, and as a name. */
  plain: readonly Word[];
  named: readonly Word[];
}

/** A newsroom writes the same words again and again; what they say is worked out once. */
const known = new Map<string, Token>();
const mostKnown = 100_000;
/** A run of an unspaced script never comes back. */
const longestKnown = 24;

/**
 * The words of a text in any script, folded: no accents, no case, no possessive, cut to their beginning. Scripts without
 * spaces give overlapping pieces of two characters (four where a letter is less than a syllable).
 * @param most how many tokens are read at most
 */
export function wordsOf(text: string, most: number = Infinity): Word[] {
  const plain = fold(text);
  const starts: number[] = [];
  const tokens: Token[] = [];
  let capitals = 0;
  eachToken(plain, (word, start) => {
    const read = readToken(word);
    starts.push(start);
    tokens.push(read);
    if (read.hasCapital) capitals += 1;
    return tokens.length < most;
  });
  const saysNames = tokens.length < 4 || capitals / tokens.length < titleCase;
  const words: Word[] = [];
  tokens.forEach(({ hasCapital, plain: asWord, named }, at) => {
    const start = starts[at] ?? 0;
    const isName =
      saysNames && hasCapital && !sentenceStart.test(plain.slice(Math.max(0, start - 4), start));
    words.push(...(isName ? named : asWord));
  });
  return words;
}

function fold(text: string): string {
  const spelled = text.includes('.')
    ? text.replace(initials, (letters) => letters.replaceAll('.', ''))
    : text;
  if (isAscii(spelled)) return spelled;
  return spelled.normalize('NFKD').replace(accents, '').normalize('NFC');
}

function readToken(word: string): Token {
  const before = known.get(word);
  if (before !== undefined) return before;
  const hasCapital = capital.test(word);
  const plain = numeral.test(word)
    ? [{ term: word.replaceAll(',', ''), weight: 1 }]
    : piecesIn(word, false);
  const read = { hasCapital, plain, named: hasCapital ? piecesIn(word, true) : plain };
  if (word.length > longestKnown) return read;
  if (known.size >= mostKnown) known.clear();
  // A match is a window into its text, and would hold on to all of it.
  known.set(Buffer.from(word).toString(), read);
  return read;
}

function piecesIn(word: string, isName: boolean): Word[] {
  return (word.match(runs) ?? []).flatMap((run) => piecesOf(run, isName));
}

function piecesOf(run: string, isName: boolean): Word[] {
  if (/^[\p{sc=Han}々]/u.test(run)) return grams(run, 2);
  if (/^[\p{sc=Kana}ー]/u.test(run)) return [{ term: run.slice(0, 6), weight: nameWeight }];
  // Hiragana is mostly endings and particles.
  if (/^\p{sc=Hira}/u.test(run)) return run.length < 3 ? [] : grams(run, 3, pieceWeight / 2);
  if (/^\p{sc=Hang}/u.test(run)) return grams(run, 2);
  if (/^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u.test(run)) return grams(run, 4);
  const [first = '', ...rest] = run.toLowerCase().split(/['’]/);
  // `l’avion` is about the second part, `moon’s` about the first.
  const word = (first.length < 3 && (rest[0]?.length ?? 0) > 2 ? rest[0] : first) ?? first;
  const folded = word.replace(arabicArticle, '');
  if (folded.length < 2) return [];
  return [{ term: folded.slice(0, stemLength), weight: isName ? nameWeight : 1 }];
}

function grams(run: string, size: number, weight: number = pieceWeight): Word[] {
  const letters = [...run];
  if (letters.length <= size) return [{ term: run, weight }];
  return letters.slice(size - 1).map((_, at) => {
    return { term: letters.slice(at, at + size).join(''), weight };
  });
}
