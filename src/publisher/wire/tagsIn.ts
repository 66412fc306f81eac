import { ErrorCodes, Tokenizer, TokenizerMode, type Token } from 'parse5';
import type { Attributes } from './htmlTags.ts';

/** A tag as it stands in a piece of HTML. */
export interface TagIn {
  name: string;
  isEnd: boolean;
  attributes: Attributes;
  /** Offsets of its beginning and behind it. */
  start: number;
  end: number;
}

interface Read {
  tags: TagIn[];
  /** Offset of a tag or a comment of which the end does not stand in the piece. */
  half?: number;
}

/** How what stands behind the start tag of an element is read, where that is no HTML. */
const modes: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

/** The tags of a piece of HTML in their order, without what only looks like one in a comment, a value or a script. */
export const tagsIn = (html: string): TagIn[] => read(html).tags;

/** Where in a piece of HTML a tag or a comment begins that does not end in it, as where a quote is left open. */
export const halfTagIn = (html: string): number | undefined => read(html).half;

function read(html: string): Read {
  const tags: TagIn[] = [];
  let isHalf = false;
  let behind = 0;
  const pass = ({ location }: { location: Token.Location | null }): void => {
    behind = location?.endOffset ?? behind;
  };
  // What began with `<!` or `<?` ends with the piece, too.
  const passWhole = (token: { location: Token.Location | null }): void => {
    const { endOffset = 0 } = token.location ?? {};
    if (endOffset >= html.length && !html.endsWith('>')) isHalf = true;
    else pass(token);
  };
  const add = ({ tagName: name, attrs, location }: Token.TagToken, isEnd: boolean): void => {
    const attributes = Object.fromEntries(attrs.map((one) => [one.name, one.value]));
    const { startOffset: start = 0, endOffset: end = html.length } = location ?? {};
    tags.push({ name, isEnd, attributes, start, end });
    behind = end;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        add(tag, false);
        const mode = Object.hasOwn(modes, tag.tagName) ? modes[tag.tagName] : undefined;
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: (tag) => add(tag, true),
      onComment: passWhole,
      onDoctype: passWhole,
      onEof: () => undefined,
      onCharacter: pass,
      onNullCharacter: pass,
      onWhitespaceCharacter: pass,
      onParseError: ({ code }) => {
        isHalf ||= code === ErrorCodes.eofInTag;
      },
    },
  );
  tokenizer.write(html, true);
  return isHalf ? { tags, half: behind } : { tags };
}

/** Characters of a tag that are read. */
const longestTag = 16 * 1024;

/** Whether a tag has an attribute that may hide what its element holds. */
export const mayHide = (tag: string): boolean => /[\s/"'](?:hidden|style)\b/i.test(tag);

/**
 * The attributes of a piece of HTML that is one tag. The work grows with the square of their number: of an endless one
 * no more is read than whether it may hide something.
 */
export function attributesIn(tag: string): Attributes {
  if (tag.length <= longestTag) return tagsIn(tag)[0]?.attributes ?? {};
  return mayHide(tag) ? { hidden: '' } : {};
}
