import * as v from 'valibot';
import { parseLanguage } from '../../model/language.ts';
import { parseLink } from '../../model/link.ts';
import { slugFrom } from '../../model/slug.ts';
import { cleanName } from './cleanText.ts';
import { isPicturePath, storySchema, textSchema } from './fieldSchemas.ts';
import { found } from './finding.ts';
import { maybe, notList, say } from './say.ts';

const isBlank = (text: string): boolean => text.trim() === '';

const name = v.pipe(
  textSchema('write the name in double quotes'),
  v.check(
    (text) => cleanName(text) !== '',
    say('a name', 'write the name of the publication, such as "The Daily Example"'),
  ),
  v.description('Name of the publication.'),
  v.examples(['The Daily Example']),
);

const url = v.pipe(
  textSchema('write the address in double quotes'),
  v.check(
    (text) => isBlank(text) || isSite(text),
    say(
      'an http or https address without ? and #',
      'write where the edition will be read, such as https://example.org/news',
    ),
  ),
  v.description('Where the edition will be read, http or https; needed for feeds and sitemaps.'),
  v.examples(['https://example.org', 'https://example.org/news']),
);

function isSite(text: string): boolean {
  const link = parseLink(text);
  return link !== undefined && /^https?:/.test(link) && !/[?#]/.test(link);
}

const timeZone = v.pipe(
  textSchema('write the time zone in double quotes'),
  v.check(
    (text) => isBlank(text) || isTimeZone(text.trim()),
    say('a time zone by its IANA name', 'write a name such as Europe/London, Asia/Tokyo or UTC'),
  ),
  v.description('Time zone of the dates shown, IANA name; UTC when left out.'),
  v.examples(['UTC', 'Europe/London']),
);

function isTimeZone(text: string): boolean {
  try {
    // Offsets such as +02:00 pass too, and lead astray half the year.
    return (
      new Intl.DateTimeFormat('en', { timeZone: text }) instanceof Intl.DateTimeFormat &&
      !/^[+-]/.test(text)
    );
  } catch {
    return false;
  }
}

const sections = v.pipe(
  v.array(
    v.pipe(
      textSchema('write each section in double quotes'),
      v.check(
        (text) => cleanName(text) !== '',
        say('a name', 'write a name, or remove this entry'),
      ),
    ),
    say('a list of names', 'write ["World", "Science"]'),
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const seen = new Map<string, string>();
    for (const [key, value] of dataset.value.entries()) {
      // Names of other scripts have no slug of letters; then the names themselves must differ.
      const slug = slugFrom(value) || cleanName(value);
      const other = seen.get(slug);
      if (other !== undefined) {
        addIssue({
          input: value,
          message: `expected names with different slugs, got ${found(value)} after ${found(other)}\nrename one of them, or remove it`,
          path: [{ type: 'array', origin: 'value', input: dataset.value, key, value }],
        });
      }
      seen.set(slug, value);
    }
  }),
  v.description('Sections in the order of the menu.'),
  v.examples([['World', 'Science']]),
);

const storySlug = v.pipe(
  storySchema,
  v.check(
    (text) => !isBlank(text),
    say('a slug', 'write the slug of a story, or remove this entry'),
  ),
);

const page = v.pipe(
  textSchema('write the path of a Markdown file in double quotes'),
  v.check(
    isPagePath,
    say(
      'the path of a Markdown file inside this folder',
      'write a path such as pages/about.md, relative to lede.json',
    ),
  ),
);

/** A Markdown file below lede.json: relative, and never up and out of its folder. */
function isPagePath(path: string): boolean {
  return (
    isPicturePath(path) &&
    /\.(?:md|markdown)$/i.test(path.trim()) &&
    !path.split(/[/\\]/).some((part) => part.trim() === '..')
  );
}

export const configEntries = {
  $schema: maybe(
    v.pipe(textSchema('write an address'), v.description('Where this schema is, for editors.')),
  ),
  name,
  tagline: maybe(
    v.pipe(
      textSchema('write a few words in double quotes'),
      v.description('A few words under the name.'),
    ),
  ),
  url: maybe(url),
  language: maybe(
    v.pipe(
      textSchema('write a language tag in double quotes, such as "en-GB"'),
      v.check(
        (text) => isBlank(text) || parseLanguage(text) !== undefined,
        say('a language tag (BCP 47)', 'write a tag such as en-GB, ar or zh-Hant'),
      ),
      v.description('Language of the edition, BCP 47; en when left out.'),
      v.examples(['en-GB']),
    ),
  ),
  timeZone: maybe(timeZone),
  icon: maybe(
    v.pipe(
      textSchema('write the path of a picture in double quotes'),
      v.check(
        (text) => isBlank(text) || isPicturePath(text),
        say('the path of a picture file, relative to this file', 'write a path such as icon.svg'),
      ),
      v.description('Path of a picture file, relative to this file.'),
      v.examples(['icon.svg']),
    ),
  ),
  sections: maybe(sections),
  lead: maybe(
    v.pipe(storySchema, v.description('Slug or address of the top story; without it the newest.')),
  ),
  front: maybe(
    v.pipe(
      v.array(storySlug, say('a list of slugs', 'write ["slug-of-a-story", "slug-of-another"]')),
      v.description(
        'Slugs or addresses of the stories that follow the lead, in order; then the newest.',
      ),
    ),
  ),
  pages: maybe(
    v.pipe(
      v.array(page, say('a list of Markdown files', 'write ["pages/about.md"]')),
      v.description('Markdown files of your own pages: about, imprint …'),
      v.examples([['pages/about.md']]),
    ),
  ),
};

const sayConfig = say('an object', 'write { "name": "The Daily Example" }');

/** `lede.json` as people write it. */
export const configSchema = notList(v.object(configEntries, sayConfig), sayConfig);
