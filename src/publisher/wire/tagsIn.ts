import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import type { Attributes } from './htmlTags.ts';

/** A tag as it stands in a piece of HTML. */
export interface TagIn {
  name: string;
  isEnd: boolean;
  attributes: Attributes;
  /** Offset behind it. */
  end: number;
}

/** The tags of a piece of HTML in their order, without what only looks like one in a comment, a value or a script. */
export function tagsIn(html: string): TagIn[] {
  const tags: TagIn[] = [];
  const add = ({ tagName: name, attrs, location }: Token.TagToken, isEnd: boolean): void => {
    const attributes = Object.fromEntries(attrs.map((one) => [one.name, one.value]));
    tags.push({ name, isEnd, attributes, end: location?.endOffset ?? html.length });
  };
  const pass = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        add(tag, false);
        if (tag.tagName === 'script') tokenizer.state = TokenizerMode.SCRIPT_DATA;
        if (tag.tagName === 'style') tokenizer.state = TokenizerMode.RAWTEXT;
      },
      onEndTag: (tag) => add(tag, true),
      onComment: pass,
      onDoctype: pass,
      onEof: pass,
      onCharacter: pass,
      onNullCharacter: pass,
      onWhitespaceCharacter: pass,
    },
  );
  tokenizer.write(html, true);
  return tags;
}
