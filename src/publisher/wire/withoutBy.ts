const english = /^by(?::|\s)\s*/i;
/**
 * The same in other languages. These words begin names too (`Von der Leyen`, `Di Marco, Anna`), and so count only before
 * a name of its own: capitalised words, with such words between. Papers of Door County have its name.
 */
const foreign =
  /^(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|(?:[Dd]oor|DOOR)(?!\s+(?:County|COUNTY)\b)|[Aa]v)\s+(?=\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Ll}{1,4}){0,2}\s+\p{Lu})/u;
/** Only in a line that is all in capitals; in any other they are short for something (`AV Club Staff`, `DI Sam Smith`). */
const capitals = /^(?:DI|AV)\s+(?=\p{Lu}\P{Ll}*$)(?=\S+\s)/u;

/** A byline without the word that leads in who wrote it: `By`, `Von`, `Par` … */
export function withoutBy(byline: string): string {
  return byline.replace(english, '').replace(foreign, '').replace(capitals, '');
}
