import * as v from 'valibot';
import { pictureSourceSchema, textSchema, webAddressSchema } from './fieldSchemas.ts';
import { maybe, notList, say, sayOneOf } from './say.ts';

const altMend = 'write a sentence saying what is to be seen';

const pictureEntries = {
  src: v.pipe(
    pictureSourceSchema,
    v.description(
      'Path of the picture file, relative to this file, or its http or https address, from which it is fetched once.',
    ),
    v.examples(['pictures/moon.svg', 'https://example.org/moon.jpg']),
  ),
  alt: maybe(
    v.pipe(
      textSchema(altMend),
      v.description('What is to be seen, for those who do not see it; "" when it only decorates.'),
    ),
  ),
  caption: maybe(
    v.pipe(textSchema('write a sentence'), v.description('A line under the picture.')),
  ),
  credit: maybe(
    v.pipe(
      textSchema('write who made it'),
      v.description('Who made the picture.'),
      v.examples(['Drawing: Lede']),
    ),
  ),
};

const sayPicture = say(
  'a picture',
  'write { "src": "pictures/moon.svg", "alt": "what is to be seen" }',
);
const pictureObject = v.object(pictureEntries, sayPicture);
export const pictureSchema = notList(pictureObject, sayPicture);
export const pictureFields = Object.keys(pictureEntries);

const markdown = (mend: string, description: string) =>
  v.pipe(textSchema(mend), v.description(description));
const yesOrNo = (description: string) =>
  v.pipe(
    v.boolean(say('true or false', 'write true or false, without quotes')),
    v.description(description),
  );
const row = v.array(
  textSchema('write each cell as text, numbers in double quotes too'),
  say('a row, which is a list of texts', 'write ["first cell", "second cell"]'),
);

/** The typed blocks of a body by their type, as people write them. */
export const blockSchemas = {
  heading: v.object(
    {
      type: v.literal('heading'),
      text: markdown('write the heading as text', 'The heading, Markdown on one line.'),
      level: maybe(
        v.pipe(
          v.picklist([2, 3], sayOneOf('level 2 or 3', [2, 3])),
          v.description('2 (default) or 3.'),
        ),
      ),
    },
    blockSay('heading'),
  ),
  quote: v.object(
    {
      type: v.literal('quote'),
      text: markdown('write the quotation as text', 'The quotation, Markdown.'),
      cite: maybe(markdown('write who said it, and where', 'Who said it, and where.')),
    },
    blockSay('quote'),
  ),
  pullquote: v.object(
    {
      type: v.literal('pullquote'),
      text: markdown('write the sentence as text', 'A sentence that also stands in the text.'),
      cite: maybe(markdown('write who said it', 'Who said it.')),
    },
    blockSay('pullquote'),
  ),
  list: v.object(
    {
      type: v.literal('list'),
      ordered: maybe(yesOrNo('true for a numbered list.')),
      items: v.array(
        markdown('write each item as text', 'An item, Markdown.'),
        say('a list of texts', 'write ["first item", "second item"]'),
      ),
    },
    blockSay('list'),
  ),
  table: v.object(
    {
      type: v.literal('table'),
      caption: maybe(markdown('write the caption as text', 'What the table shows.')),
      head: maybe(row),
      rows: v.array(row, say('a list of rows', 'write [["first cell", "second cell"], …]')),
      rowHeads: maybe(yesOrNo('true when the first cell of each row names the row.')),
    },
    blockSay('table'),
  ),
  picture: v.object({ type: v.literal('picture'), ...pictureEntries }, blockSay('picture')),
  gallery: v.object(
    {
      type: v.literal('gallery'),
      pictures: v.array(
        pictureSchema,
        say('a list of pictures', 'write [{ "src": "…", "alt": "…" }, …]'),
      ),
    },
    blockSay('gallery'),
  ),
  code: v.object(
    {
      type: v.literal('code'),
      text: markdown('write the code as text', 'The code as it is.'),
      language: maybe(markdown('write a name such as "html"', 'The programming language.')),
    },
    blockSay('code'),
  ),
  rule: v.object({ type: v.literal('rule') }, blockSay('rule')),
  note: v.object(
    {
      type: v.literal('note'),
      text: markdown(
        'write the note as text',
        'A note of the editor to the readers, Markdown on one line.',
      ),
    },
    blockSay('note'),
  ),
  embed: v.object(
    {
      type: v.literal('embed'),
      url: v.pipe(
        webAddressSchema,
        v.description('Address of what is embedded; shown as a link, never loaded.'),
      ),
      title: maybe(
        markdown('write what it is, as text', 'What it is; the host of the address when left out.'),
      ),
      provider: maybe(markdown('write whose it is, as text', 'Whose it is.')),
    },
    blockSay('embed'),
  ),
} as const;

export const blockTypes = Object.keys(blockSchemas) as (keyof typeof blockSchemas)[];

function blockSay(type: string) {
  return say(`a ${type} block`, `see how a ${type} block is written in the README`);
}

/** One typed block. */
export const handBlockSchema = v.variant(
  'type',
  [
    blockSchemas.heading,
    blockSchemas.quote,
    blockSchemas.pullquote,
    blockSchemas.list,
    blockSchemas.table,
    blockSchemas.picture,
    blockSchemas.gallery,
    blockSchemas.code,
    blockSchemas.rule,
    blockSchemas.note,
    blockSchemas.embed,
  ],
  (issue) =>
    issue.path === undefined
      ? say(
          'a block',
          'write Markdown in double quotes, or { "type": "heading", "text": "…" }',
        )(issue)
      : sayOneOf('a type of block', blockTypes)(issue),
);

export type HandBlock = v.InferOutput<typeof handBlockSchema>;
export type HandPicture = v.InferOutput<typeof pictureObject>;
