/** The language of the interface's words in an edition in this one: `en-GB` beside `en-GB`, `en` beside `ar`. */
export const languageOfWords = (edition: string): string =>
  /^en\b/.test(edition) ? edition : 'en';
