/** One thing a text says: a folded word, a number or a piece of an unspaced run, and how much it looks like a name. */
export interface Word {
  term: string;
  /** 1 for a plain word; more for what is written like a name, less for a piece of a run. */
  weight: number;
}

/** Words that begin alike are one word to us: `elected`, `election`. It stands in for a stemmer of every language. */
const stemLength = 5;
const nameWeight = 1.5;
const pieceWeight = 0.6;
/** Beyond this share of capitals a headline is In Title Case and its capitals say nothing. */
const titleCase = 0.6;

const token = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;
const sentenceStart = /(?:^|[.!?:…]["'”’»)\]]*\s+|[«“"‘([]\s*)$/u;
const accents = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
/** Arabic writes its article and some prepositions onto the word. */
const arabicArticle = /^(?:[وبكف]?ال|لل)(?=\p{L}{2})/u;
const runs =
  /[\p{sc=Han}々]+|[\p{sc=Kana}ー]+|\p{sc=Hira}+|\p{sc=Hang}+|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+|[^\p{sc=Han}々\p{sc=Kana}ー\p{sc=Hira}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]+/gu;

/**
 * The words of a text in any script, folded: no accents, no case, no possessive, cut to their beginning. Scripts without
 * spaces give overlapping pieces of two characters (three where a letter is less than a syllable).
 */
export function wordsOf(text: string): Word[] {
  const plain = text
    .replace(/(?<!\p{L})(?:\p{Lu}\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC');
  const found = [...plain.matchAll(token)];
  const capitals = found.filter(([word]) => /^\p{Lu}/u.test(word)).length;
  const saysNames = found.length < 4 || capitals / found.length < titleCase;
  return found.flatMap((match) => {
    const [word] = match;
    if (/^\p{N}/u.test(word)) return [{ term: word.replaceAll(',', ''), weight: 1 }];
    const before = plain.slice(Math.max(0, match.index - 4), match.index);
    const isName = saysNames && /^\p{Lu}/u.test(word) && !sentenceStart.test(before);
    return (word.match(runs) ?? []).flatMap((run) => piecesOf(run, isName));
  });
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
