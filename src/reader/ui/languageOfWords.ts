/** The language of the interface's words in an edition in this one: `en-US` in an edition in `en-US`, `en-GB` in one in `ar`. */
export const languageOfWords = (edition: string): string =>
  /^en\b/.test(edition) ? edition : 'en-GB';
