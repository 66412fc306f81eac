/**
 * IPTC digital source types in which a machine made something, in words for readers.
 * http://cv.iptc.org/newscodes/digitalsourcetype/ ; a camera, a hand and plain editing need no words.
 */
const words: Readonly<Record<string, string>> = {
  trainedalgorithmicmedia: 'Made by generative AI',
  compositewithtrainedalgorithmicmedia: 'Made in part by generative AI',
  compositesynthetic: 'Made in part by a computer',
  algorithmicmedia: 'Made by a computer program',
  datadrivenmedia: 'Made by a computer program from data',
  algorithmicallyenhanced: 'Altered by a computer program',
  virtualrecording: 'Recorded in a virtual scene',
};

/** How machines took part, in words; undefined when the type says nothing of the kind. */
export function disclosureOf(type: string): string | undefined {
  const code = (/[^/:#]*$/.exec(type.trim().slice(-200))?.[0] ?? '')
    .toLowerCase()
    .replace(/digitalsource$/, '');
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
