import * as v from 'valibot';
import { reasons } from '../../model/trail.ts';
import { handBlockSchema, pictureSchema } from './blockSchema.ts';
import { cleanName } from './cleanText.ts';
import {
  languageSchema,
  slugSchema,
  storySchema,
  textSchema,
  textsSchema,
  timeSchema,
  webAddressSchema,
} from './fieldSchemas.ts';
import { kindOf } from '../../model/problem.ts';
import { maybe, notList, say, sayOneOf, type Say } from './say.ts';

/** Longest headline, in characters after clean-up. */
export const headlineLimit = 300;

const needsHeadline = 'every article needs one, in plain text';

const headline = v.pipe(
  textSchema('write the headline in double quotes'),
  v.check(
    (text) => {
      const { length } = cleanName(text);
      return length > 0 && length <= headlineLimit;
    },
    (issue) => {
      const { length } = cleanName(issue.input);
      return length === 0
        ? `expected a headline, got ${kindOf(issue.input)}\n${needsHeadline}`
        : `expected at most ${headlineLimit} characters, got ${length}\nshorten the headline, and move the rest to the standfirst`;
    },
  ),
  v.description('The headline, plain text. The one field every article needs.'),
  v.examples(['The Moon is leaving']),
);

const line = (description: string, ...examples: [string, ...string[]]) =>
  maybe(
    v.pipe(
      textSchema('write it in double quotes'),
      v.description(description),
      v.examples(examples),
    ),
  );

const moment = (description: string) =>
  maybe(v.pipe(timeSchema, v.description(description), v.examples(['2025-12-17T05:10:00+00:00'])));

export const relatedEntries = {
  slug: maybe(
    v.pipe(storySchema, v.description('Slug or address of another story of this edition.')),
  ),
  headline: line('Headline of a story that is not here.', 'Tides through the ages'),
  url: maybe(v.pipe(webAddressSchema, v.description('Where that story can be read.'))),
  reason: maybe(
    v.pipe(
      v.picklist(reasons, sayOneOf('a reason', reasons)),
      v.description('Why it is related; without one no label is shown.'),
    ),
  ),
};

const sayRelated = say(
  'a slug or an object',
  'write "slug-of-a-story" or { "slug": "…", "reason": "background" }',
);

const relatedObject = v.pipe(
  v.object(relatedEntries, sayRelated),
  v.check(
    ({ slug, headline: title }) => Boolean(slug?.trim()) || Boolean(title?.trim()),
    () =>
      'expected a slug or a headline, got neither\nname the story by its slug, or by its headline when it is not here',
  ),
);
const relatedSchema = notList(relatedObject, sayRelated);

const relatedItem = v.union(
  [
    v.pipe(
      storySchema,
      v.check(
        (text) => text.trim() !== '',
        say('a slug', 'write the slug of a story, or remove this entry'),
      ),
    ),
    relatedSchema,
  ],
  sayRelated,
);

export const correctionEntries = {
  at: moment('When it was corrected, ISO 8601 with offset.'),
  text: v.pipe(
    textSchema('write what was wrong and what is right'),
    v.check((text) => text.trim() !== '', say('text', 'write what was wrong and what is right')),
    v.description('What was wrong and what is right.'),
  ),
};
const sayCorrection = say(
  'a correction',
  'write { "at": "2025-12-17T05:40:00+00:00", "text": "An earlier version …" }',
);
const correctionSchema = notList(v.object(correctionEntries, sayCorrection), sayCorrection);

export const sourceEntries = {
  name: v.pipe(
    textSchema('write the name of the publication'),
    v.check((text) => text.trim() !== '', say('text', 'write the name of the publication')),
    v.description('Its name.'),
    v.examples(['Harbour Courier']),
  ),
  url: maybe(v.pipe(webAddressSchema, v.description('Where it stands on the web.'))),
};
const saySource = say(
  'the name of a publication, or an object',
  'write "Harbour Courier" or { "name": "Harbour Courier", "url": "https://…" }',
);
const sourceSchema = notList(v.object(sourceEntries, saySource), saySource);

const body = v.pipe(
  v.union(
    [
      v.string(),
      v.array(
        v.union(
          [v.string(), handBlockSchema],
          say('Markdown text or a block', 'write text, or { "type": "heading", "text": "…" }'),
        ),
      ),
    ],
    say('Markdown text, or a list of Markdown texts and blocks', 'write the body in double quotes'),
  ),
  v.description('Markdown text, or a list that mixes Markdown texts and typed blocks.'),
);

/** The fields that front matter and article JSON share. */
export const articleFields = {
  headline,
  slug: maybe(
    v.pipe(
      slugSchema,
      v.description("Permanent short name in the story's address; without it the file's name."),
      v.examples(['moon-is-leaving']),
    ),
  ),
  kicker: line('One or two words above the headline.', 'Astronomy'),
  standfirst: line(
    'One or two sentences under the headline, plain text.',
    'It moves away by 3.8 cm a year.',
  ),
  byline: line('Who wrote it.', 'Science desk'),
  dateline: line('Place of filing.', 'London'),
  published: moment('First published, ISO 8601 with offset.'),
  updated: moment('Last changed, ISO 8601 with offset.'),
  section: line('Section it belongs to.', 'Science'),
  tags: maybe(v.pipe(textsSchema('a tag', 'space'), v.description('Topic words.'))),
  people: maybe(
    v.pipe(textsSchema('a name', 'Ada Lovelace'), v.description('People the story is about.')),
  ),
  places: maybe(
    v.pipe(textsSchema('a place', 'Greenwich'), v.description('Places the story is about.')),
  ),
  label: line(
    'What kind of piece it is.',
    'opinion',
    'analysis',
    'explainer',
    'review',
    'sponsored',
  ),
  language: maybe(
    v.pipe(
      languageSchema,
      v.description("Language of the story, BCP 47; without it the edition's."),
      v.examples(['en-GB', 'ar']),
    ),
  ),
  picture: maybe(v.pipe(pictureSchema, v.description('The picture above the text.'))),
  related: maybe(
    v.pipe(
      v.union(
        [storySchema, v.array(relatedItem), relatedSchema],
        say(
          'a slug, an object or a list of them',
          'write ["slug-of-a-story", { "headline": "…" }]',
        ),
      ),
      v.description(
        'Related stories in order: slugs or addresses, or objects with a slug or a headline.',
      ),
    ),
  ),
  corrections: maybe(
    v.pipe(
      v.union(
        [v.array(correctionSchema), correctionSchema],
        say('a list of corrections', 'write [{ "at": "2025-12-17T05:40:00+00:00", "text": "…" }]'),
      ),
      v.description('What was put right after publication.'),
    ),
  ),
  draft: maybe(
    v.pipe(
      v.boolean(say('true or false', 'write true or false, without quotes')),
      v.description('true: not published.'),
    ),
  ),
  embargo: moment('Not published before, ISO 8601 with offset.'),
  expires: moment('Not published after, ISO 8601 with offset.'),
  source: maybe(
    v.pipe(
      v.union([v.string(), sourceSchema], saySource),
      v.description('The publication that the story was taken over from: its name, or an object.'),
    ),
  ),
  rights: line('Copyright or terms of use, for readers.', '© 2025 Harbour Courier'),
  disclosure: line(
    'How machines took part in making it, for readers.',
    'Translated by machine, checked by an editor',
  ),
};

const sayArticle: Say = (issue) => {
  const isHeadline = issue.path !== undefined && issue.input === undefined;
  const mend = isHeadline ? needsHeadline : 'write { "headline": "…", "body": "…" }';
  return say('an article', mend)(issue);
};

export const articleEntries = {
  $schema: line('Where this schema is, for editors.', '../article.schema.json'),
  ...articleFields,
  body: maybe(body),
};
const articleObject = v.object(articleEntries, sayArticle);

/** An article as people write it in JSON. */
export const articleSchema = notList(articleObject, sayArticle);

export type HandArticle = v.InferOutput<typeof articleObject>;
export type HandRelated = v.InferOutput<typeof relatedObject>;
