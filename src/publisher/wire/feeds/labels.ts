/** What kind of piece it is, by the words that sources have for it, in small letters without punctuation. */
const labels: readonly (readonly [label: string, words: RegExp])[] = [
  [
    'sponsored',
    /^(?:sponsored(?: content| post)?|advertorial|advertisement(?: features?)?|advertisercontentarticle|paid (?:content|post|for by)|partner content|branded content|native ad|promotion)$/,
  ],
  ['press release', /^(?:press release|pressrelease|press-release)$/],
  ['satire', /^(?:satire|satiricalarticle)$/],
  [
    'opinion',
    /^(?:opinions?|op ?ed|comment|commentary|comment is free|editorials?|leader|column|columns|opinionnewsarticle|opinion piece|viewpoint|kommentar|meinung|tribune|opinión|opinión y análisis|ledere?)$/,
  ],
  ['analysis', /^(?:analysis|analysisnewsarticle|news analysis|analyse|análisis|hintergrund)$/],
  ['explainer', /^(?:explainers?|backgroundnewsarticle|backgrounder|background|q ?(?:&|and) ?a)$/],
  [
    'review',
    /^(?:reviews?|reviewnewsarticle|criticreview|book review|film review|kritik|rezension)$/,
  ],
  ['interview', /^interviews?$/],
  ['obituary', /^(?:obituary|obituaries|obit|nachruf)$/],
  ['letters', /^(?:letters?|letters to the editor|leserbriefe?)$/],
];

/** The label that goes with a genre, tone or type, in one word for readers; undefined for plain news. */
export function labelOf(words: readonly string[]): string | undefined {
  const known = new Set(
    words.map((word) =>
      word
        .slice(0, 100)
        .toLowerCase()
        .replace(/^(?:genre|tone|type|https?:\/\/schema\.org)[:/]/, '')
        .replace(/[^\p{L}\p{N}&]+/gu, ' ')
        .trim(),
    ),
  );
  return labels.find(([, pattern]) => [...known].some((word) => pattern.test(word)))?.[0];
}
