interface Kind {
  label: string;
  /** Words for it where a source says what kind of piece it is: genre, tone, type. */
  kinds: RegExp;
  /** Those of them that say so among free tags too, where `Promotion` is what football is about. */
  tags: RegExp;
}

/** What kind of piece it is, by the words that sources have for it, in small letters without punctuation. */
const kinds: readonly Kind[] = [
  {
    label: 'sponsored',
    kinds:
      /^(?:sponsored(?: content| post)?|advertorial|advertisement(?: features?)?|advertisercontentarticle|paid (?:content|post|for by)|partner content|branded content|native ad|promotion)$/,
    tags: /^(?:sponsored(?: content| post)?|advertorials?|advertisement features?|paid (?:content|post)|partner content|branded content|native ad)$/,
  },
  {
    label: 'press release',
    kinds: /^(?:press release|pressrelease|press-release)$/,
    tags: /^press releases?$/,
  },
  { label: 'satire', kinds: /^(?:satire|satiricalarticle)$/, tags: /^satire$/ },
  {
    label: 'opinion',
    kinds:
      /^(?:opinions?|op ?ed|comment|commentary|comment is free|editorials?|leader|column|columns|opinionnewsarticle|opinion piece|viewpoint|kommentar|meinung|tribune|opinión|opinión y análisis|ledere?)$/,
    tags: /^(?:opinions?|op ?eds?|commentary|comment is free|editorials?|opinion piece|kommentar|meinung|opinión)$/,
  },
  {
    label: 'analysis',
    kinds: /^(?:analysis|analysisnewsarticle|news analysis|analyse|análisis|hintergrund)$/,
    tags: /^(?:analysis|news analysis|analyse|análisis)$/,
  },
  {
    label: 'explainer',
    kinds: /^(?:explainers?|backgroundnewsarticle|backgrounder|background|q ?(?:&|and) ?a)$/,
    tags: /^(?:explainers?|q ?(?:&|and) ?a)$/,
  },
  {
    label: 'review',
    kinds: /^(?:reviews?|reviewnewsarticle|criticreview|book review|film review|kritik|rezension)$/,
    tags: /^(?:reviews?|(?:book|film) reviews?|rezension)$/,
  },
  { label: 'interview', kinds: /^interviews?$/, tags: /^interviews?$/ },
  {
    label: 'obituary',
    kinds: /^(?:obituary|obituaries|obit|nachruf)$/,
    tags: /^(?:obituary|obituaries|obits?|nachruf)$/,
  },
  {
    label: 'letters',
    kinds: /^(?:letters?|letters to the editor|leserbriefe?)$/,
    tags: /^(?:letters to the editor|leserbriefe?)$/,
  },
];

/**
 * The label that goes with a piece, in one word for readers; undefined for plain news.
 * @param said what the source calls its genre, tone or type
 * @param tags what it is about, and the section it stands in
 */
export function labelOf(said: readonly string[], tags: readonly string[] = []): string | undefined {
  const [known, free] = [said, tags].map((words) => words.map(plain));
  const isOf = (words: readonly string[] = [], pattern: RegExp): boolean =>
    words.some((word) => pattern.test(word));
  return kinds.find((kind) => isOf(known, kind.kinds) || isOf(free, kind.tags))?.label;
}

function plain(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replace(/^(?:genre|tone|type|https?:\/\/schema\.org)[:/]/, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}
