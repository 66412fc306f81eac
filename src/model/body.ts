import * as v from 'valibot';
import { languageSchema, type Direction } from './language.ts';
import { pictureSchema, type Picture } from './picture.ts';
import { linkSchema } from './link.ts';

/** A piece of a line of text. Plain text is a string; everything else says what it is. */
export type Inline =
  | string
  | { type: InlineMark; children: Inline[] }
  | { type: 'abbr'; title: string; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'lang'; language: string; dir: Direction; children: Inline[] }
  | { type: 'break' };

export const inlineMarks = [
  'strong',
  'em',
  'underline',
  'strike',
  'sub',
  'sup',
  'code',
  'quote',
] as const;
export type InlineMark = (typeof inlineMarks)[number];

/** Language and direction of a block, only where they differ from the story's. */
interface Spoken {
  language?: string;
  dir?: Direction;
}

export type TextBlock = Spoken &
  (
    | { type: 'paragraph'; children: Inline[] }
    | { type: 'heading'; level: 2 | 3; children: Inline[] }
    | { type: 'pullquote'; children: Inline[]; cite?: Inline[] }
    | { type: 'note'; children: Inline[] }
  );

export interface Cell {
  children: Inline[];
  head?: 'row' | 'col';
  colSpan?: number;
  rowSpan?: number;
}

/**
 * The closed list of what a story's body can hold. The type cannot express a script or an HTML string.
 * In the publisher a body holds its source's pictures until the press has made ours, hence the parameter.
 */
export type Block<AnyPicture = Picture> =
  | TextBlock
  | (Spoken & { type: 'quote'; blocks: Block<AnyPicture>[]; cite?: Inline[] })
  | (Spoken & {
      type: 'list';
      ordered: boolean;
      start?: number;
      items: Block<AnyPicture>[][];
    })
  | (Spoken & { type: 'table'; caption?: Inline[]; head: Cell[][]; rows: Cell[][] })
  | { type: 'picture'; picture: AnyPicture }
  | { type: 'gallery'; pictures: AnyPicture[] }
  | { type: 'code'; text: string; codeLanguage?: string }
  | { type: 'rule' }
  | { type: 'embed'; url: string; title: string; provider?: string };

const direction = v.picklist(['ltr', 'rtl']);

// Built once: a schema made inside `lazy` would be made anew for every piece of text.
const children: v.GenericSchema<Inline[]> = v.array(v.lazy((input) => inlineSchemaFor(input)));
const inlineSchemas = {
  text: v.string(),
  break: v.object({ type: v.literal('break') }),
  link: v.object({ type: v.literal('link'), href: linkSchema, children }),
  abbr: v.object({ type: v.literal('abbr'), title: v.string(), children }),
  lang: v.object({ type: v.literal('lang'), language: languageSchema, dir: direction, children }),
  mark: v.object({
    type: v.picklist(inlineMarks, 'expected text or an inline mark'),
    children,
  }),
} satisfies Record<string, v.GenericSchema<Inline>>;

function inlineSchemaFor(input: unknown): v.GenericSchema<Inline> {
  if (typeof input === 'string') return inlineSchemas.text;
  const type = input !== null && typeof input === 'object' && 'type' in input ? input.type : '';
  switch (type) {
    case 'break':
    case 'link':
    case 'abbr':
    case 'lang':
      return inlineSchemas[type];
    default:
      return inlineSchemas.mark;
  }
}

const spoken = {
  language: v.exactOptional(languageSchema),
  dir: v.exactOptional(direction),
};
const cells: v.GenericSchema<Cell[][]> = v.array(
  v.array(
    v.object({
      children,
      head: v.exactOptional(v.picklist(['row', 'col'])),
      colSpan: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(2))),
      rowSpan: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(2))),
    }),
  ),
);

const blocks: v.GenericSchema<Block[]> = v.array(v.lazy(() => block));

/** One block of a published body. Unknown kinds fail: the schema version guards the reader against newer ones. */
const block: v.GenericSchema<Block> = v.variant('type', [
  v.object({ type: v.literal('paragraph'), children, ...spoken }),
  v.object({
    type: v.literal('heading'),
    level: v.picklist([2, 3]),
    children,
    ...spoken,
  }),
  v.object({
    type: v.literal('pullquote'),
    children,
    cite: v.exactOptional(children),
    ...spoken,
  }),
  v.object({ type: v.literal('note'), children, ...spoken }),
  v.object({
    type: v.literal('quote'),
    blocks,
    cite: v.exactOptional(children),
    ...spoken,
  }),
  v.object({
    type: v.literal('list'),
    ordered: v.boolean(),
    start: v.exactOptional(v.pipe(v.number(), v.integer())),
    items: v.array(blocks),
    ...spoken,
  }),
  v.object({
    type: v.literal('table'),
    caption: v.exactOptional(children),
    head: cells,
    rows: cells,
    ...spoken,
  }),
  v.object({ type: v.literal('picture'), picture: pictureSchema }),
  v.object({ type: v.literal('gallery'), pictures: v.array(pictureSchema) }),
  v.object({
    type: v.literal('code'),
    text: v.string(),
    codeLanguage: v.exactOptional(v.string()),
  }),
  v.object({ type: v.literal('rule') }),
  v.object({
    type: v.literal('embed'),
    url: linkSchema,
    title: v.string(),
    provider: v.exactOptional(v.string()),
  }),
]);

/** A published body. */
export const blocksSchema = blocks;
