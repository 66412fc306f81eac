/** Largest source file, in bytes. */
export const fileLimit = 10 * 1024 * 1024;

/**
 * Stories read of one file. Feeds and answers hold some hundreds; in a file of 10 MiB more of them would be stories of a
 * few lines each, and each costs a third of a millisecond.
 */
export const mostItems = 10_000;

/** What is said of a file of more, beside the first of them. @param got how many there are */
export function tooManyItems(got: number | 'more'): {
  code: string;
  message: string;
  mend: string;
} {
  return {
    code: 'too-many-items',
    message: `expected at most ${mostItems} stories in a file, got ${got}; only the first are read`,
    mend: 'cut the file into several',
  };
}

/** Longest text of one story with its pull quotes, pictures' words and addresses, in characters: some six long novels. */
export const longestStory = 2_000_000;
/** Blocks of one story, those inside others counted too: paragraphs, headings, lists, pictures, cells of tables. */
export const mostBlocks = 50_000;
/** Characters of all that a story has beside its text: headline, standfirst, names, pictures, related headlines. */
export const longestFields = 200_000;
/** Warnings told of one file, and as many problems: nobody reads more, and each takes memory. */
export const mostWarnings = 10_000;
/**
 * Paragraphs, pictures and names of all stories of one file: some three times what 10 MiB of prose have. Ten cells of
 * tables count as one, as they hold a number or a word each, and the results of an election have hundreds a story.
 */
export const mostParts = 120_000;
/** Characters of all stories of one file: three times its length, as relative addresses become whole ones. */
export const mostCharacters = 30_000_000;
