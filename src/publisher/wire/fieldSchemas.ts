import * as v from 'valibot';
import { parseLanguage } from '../../model/language.ts';
import { parseLink } from '../../model/link.ts';
import { isSlug, slugFrom, slugLimit } from '../../model/slug.ts';
import { isInstant } from '../../model/time.ts';
import { found } from './finding.ts';
import { say } from './say.ts';

const isBlank = (text: string): boolean => text.trim() === '';

/** Text, with the words that say how to mend anything else. */
export const textSchema = (mend: string) => v.string(say('text', mend));

/** One text or a list of them. */
export const textsSchema = (what: string, example: string) =>
  v.union(
    [
      v.string(),
      v.array(v.string(say('text', `write ${what} in double quotes, such as "${example}"`))),
    ],
    say(`${what} or a list of them`, `write "${example}" or ["${example}", "…"]`),
  );

export const slugSchema = v.pipe(
  textSchema('write the slug in double quotes, such as "moon-is-leaving"'),
  v.check(isSlugText, sayNoSlug),
);

/** A story of this edition by its slug, or by its address as it stands in a browser. */
export const storySchema = v.pipe(
  textSchema('write the slug in double quotes, such as "moon-is-leaving"'),
  v.check(isStoryText, sayNoSlug),
);

function sayNoSlug({ input }: { input: string }): string {
  const near = slugFrom(input);
  const form = `a-z, 0-9 and single dashes, at most ${slugLimit} characters`;
  return `expected a slug (${form}), got ${found(input)}\nwrite ${near === '' ? 'one in these letters, or leave it out' : `"${near}"`}`;
}

/** An instant with its offset, on a day that exists. */
export const timeSchema = v.pipe(
  textSchema('write it in double quotes, such as "2025-12-17T05:10:00+00:00"'),
  v.check(
    isTimeText,
    (issue) =>
      `expected a time in ISO 8601 with its offset, got ${found(issue.input)}\n${mendForTime(issue.input.trim())}`,
  ),
);

/** A slug, or nothing. */
export function isSlugText(text: string): boolean {
  return isBlank(text) || isSlug(text.trim());
}

/** A slug or an address, on the web or on one's own host, or nothing. */
export function isStoryText(text: string): boolean {
  return isSlugText(text) || /^\s*(?:https?:\/\/|\/)\S{1,2000}\s*$/i.test(text);
}

/** An instant with its offset, or nothing. */
export function isTimeText(text: string): boolean {
  return isBlank(text) || (isInstant(text.trim()) && isRealDay(text.trim()));
}

// Date.parse takes 30 February for 2 March.
function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function mendForTime(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?/.exec(text);
  const day = parts?.[1];
  if (day !== undefined && !isRealDay(day)) return `there is no ${day}, write a day that exists`;
  if (day === undefined) return 'write it as 2025-12-17T05:10:00+00:00';
  if (parts?.[2] === undefined)
    return `add the time and the offset from UTC: ${day}T05:10:00+00:00`;
  return `write ${day}T${parts[2]}+00:00, with +00:00 changed to the offset from UTC where it was noted`;
}

export const languageSchema = v.pipe(
  textSchema('write a language tag in double quotes, such as "en-GB"'),
  v.check(
    (text) => isBlank(text) || parseLanguage(text) !== undefined,
    say('a language tag (BCP 47)', 'write a tag such as en-GB, ar or zh-Hant'),
  ),
);

/** An outside address, http or https. */
export const webAddressSchema = v.pipe(
  textSchema('write an address in double quotes, such as "https://example.org/"'),
  v.check(
    isWebAddress,
    say('an http or https address', 'write it in full, such as https://example.org/page'),
  ),
);

export function isWebAddress(text: string): boolean {
  return parseLink(text)?.startsWith('http') ?? false;
}

/** Whether a picture's path stays beside its source file: relative, without anything that some program takes for a scheme. */
export function isPicturePath(path: string): boolean {
  // RFC 3986, 4.2: no colon before the first slash. Browsers pass over tabs in a scheme, the file system throws at a NUL.
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return path.trim() !== '' && !/^(?:[^/\\]*:|[/\\])|[\u0000-\u001f\u007f]/.test(path.trim());
}

/** Whether a picture can be had from there: a path beside the source file, or an address to fetch it from once. */
export function isPictureSource(src: string): boolean {
  return isPicturePath(src) || isWebAddress(src.trim());
}

export const pictureSourceSchema = v.pipe(
  textSchema('write the path of a picture file in double quotes, such as "pictures/moon.svg"'),
  v.check(
    isPictureSource,
    say(
      'the path of a picture file, relative to this file, or its web address',
      'save the picture beside this file and write its path, such as pictures/moon.svg',
    ),
  ),
);
