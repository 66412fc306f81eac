interface Kind {
  label: string;
  /** Words for it where a source says what kind of piece it is: genre, tone, type. */
  kinds: RegExp;
  /** Those of them that say so among free tags too, where `Promotion` is what football is about. */
  tags: RegExp;
  /** What sections for such pieces are called beside that: `Comment`, where a tag may be of a comment that was made. */
  sections?: RegExp;
}

const never = /^(?!)/;

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
  // A raid on a magazine may have the tag.
  {
    label: 'satire',
    kinds: /^(?:satire|satiricalarticle)$/,
    tags: never,
    sections: /^satire$/,
  },
  {
    label: 'opinion',
    kinds:
      /^(?:opinions?|op ?ed|comment|commentary|comment is free|editorials?|leader|column|columns|opinionnewsarticle|opinion piece|viewpoint|kommentar|meinung|tribune|opinión|opinión y análisis|ledere?)$/,
    tags: /^(?:opinions?|op ?eds?|commentary|comment is free|editorials?|opinion piece|kommentar|meinung|opinión)$/,
    sections:
      /^(?:comments?|comment (?:and|&) (?:analysis|debate)|opinions? (?:and|&) \p{L}+|leaders?|columns?|columnists?|viewpoints?|views|kommentare|kolumnen?|tribunes?|ledere?|opinión y análisis)$/u,
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
    sections: /^letters?$/,
  },
];

/** What a source says that may tell what kind of piece it is. */
interface Said {
  /** What it calls its genre, tone or type. */
  kinds?: readonly string[];
  /** Where it is filed. */
  sections?: readonly (string | undefined)[];
  /** What it is about. */
  tags?: readonly string[];
}

/** The label that goes with a piece, in one word for readers; undefined for plain news. */
export function labelOf({ kinds: said = [], sections = [], tags = [] }: Said): string | undefined {
  const known = said.map(plain);
  const filed = sections.map((name = '') => plain(name));
  const free = [...tags.map(plain), ...filed];
  const isOf = (words: readonly string[], pattern: RegExp): boolean =>
    words.some((word) => pattern.test(word));
  return kinds.find(
    (kind) =>
      isOf(known, kind.kinds) || isOf(free, kind.tags) || isOf(filed, kind.sections ?? never),
  )?.label;
}

/** Where feeds have one list of categories for sections and tags, sites write the section first. */
export function labelOfCategories(
  section: string | undefined,
  tags: readonly string[],
  said: readonly string[] = [],
): string | undefined {
  return labelOf({ kinds: said, sections: [section ?? tags[0]], tags });
}

function plain(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replace(/^(?:genre|tone|type|https?:\/\/schema\.org)[:/]/, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}
