import { anyCase } from './feeds/anyCase.ts';
import { bindingIn, bindPictures, type Bonds } from './feeds/bindPictures.ts';
import { embedCard } from './feeds/embedCard.ts';
import { foreignHtml, type ForeignBody } from './feeds/foreignHtml.ts';
import { foreignText } from './feeds/foreignText.ts';
import { lineOfText } from './feeds/htmlWords.ts';
import { recordsOf, textAt, textOf } from './feeds/jsonValue.ts';
import { renditionsOf } from './ninjsAssociations.ts';
import { wordsByRole } from './ninjsWords.ts';
import type { SourceBlock } from './wireItem.ts';

interface Around {
  base: string | undefined;
  bonds: Bonds;
  /** A film or a sound with a few words. */
  isMediaOnly: boolean;
}

/** The body of an item, HTML before plain text. */
export function ninjsBody(value: unknown, { base, bonds, isMediaOnly }: Around): ForeignBody {
  const get = anyCase(value);
  const html =
    bodyOf(get('bodies'), /html/) ?? textOf(get('body_html')) ?? textOf(get('body_xhtml'));
  const text = bodyOf(get('bodies'), /plain|^$/) ?? textOf(get('body_text'));
  const isText =
    html === undefined && text !== undefined && !/<(?:p|br|div|h\d)\b[^<>]*>/i.test(text);
  const bindingOf = (key: string): number | undefined => bindingIn(bonds, key);
  const around = { base, ...(bonds.size === 0 ? {} : { bindingOf }) };
  const body = isText ? foreignText(text) : foreignHtml(html ?? text ?? captionOf(value), around);
  const blocks = bindPictures(body.blocks, bonds, base);
  return { ...body, blocks: [...(isMediaOnly ? playerOf(value) : []), ...blocks] };
}

function bodyOf(value: unknown, type: RegExp): string | undefined {
  const of = (one: unknown): string => {
    const get = anyCase(one);
    return (textOf(get('contenttype')) ?? '').toLowerCase();
  };
  const bodies = recordsOf(value).filter(
    (one) => textAt(one, 'value') !== undefined && type.test(of(one)),
  );
  return wordsByRole(bodies, ['main', 'body']);
}

/** A picture, a film or a sound says what it shows in its description. */
function captionOf(value: unknown): string {
  const get = anyCase(value);
  if (['text', undefined].includes(textOf(get('type')))) return '';
  return (
    wordsByRole(get('descriptions'), ['caption']) ??
    textOf(get('description_html')) ??
    textOf(get('description_text')) ??
    ''
  );
}

function playerOf(value: unknown): SourceBlock[] {
  const get = anyCase(value);
  const title = lineOfText(
    textOf(get('headline')) ?? wordsByRole(get('headlines'), ['main']) ?? '',
  );
  const card = renditionsOf(value).flatMap(({ href }) => embedCard(href, title, undefined) ?? []);
  return card.slice(0, 1);
}
