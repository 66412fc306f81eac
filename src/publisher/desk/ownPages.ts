import { reservedWords } from '../../model/address.ts';
import type { Block } from '../../model/body.ts';
import { parseDocument } from '../../model/document.ts';
import type { OwnPage } from '../../model/edition.ts';
import { directionOf } from '../../model/language.ts';
import type { Refusal } from '../wire/wireItem.ts';
import { seal, unsealed } from './version.ts';

/** One of the publisher's own pages, read. */
export interface OwnPageCopy {
  ref: string;
  slug: string;
  headline: string;
  language?: string;
  body: Block[];
}

/** The publisher's own pages in the order of lede.json; refused: a word Lede needs, or the same slug twice. */
export function toOwnPages(
  copies: readonly OwnPageCopy[],
  editionLanguage: string,
): { pages: OwnPage[]; refused: Refusal[] } {
  const refused: Refusal[] = [];
  const pages = new Map<string, OwnPage>();
  for (const { ref, slug, headline, body, ...copy } of copies) {
    const language = copy.language ?? editionLanguage;
    const refuse = (message: string): void => {
      const problem = { code: 'page-slug', at: '', message, mend: 'rename the file' };
      refused.push({ ref, problems: [problem] });
    };
    if (reservedWords.has(slug)) refuse(`the address /${slug} is needed by Lede itself`);
    else if (pages.has(slug)) refuse(`another page is already at /${slug}`);
    else {
      const dir = directionOf(language);
      const page = { version: unsealed, slug, headline, language, dir, body };
      const parsed = parseDocument({ schema: 'lede-page/1', kind: 'page', ...page }, ['lede-page']);
      if (parsed.ok) pages.set(slug, seal(parsed.value));
      else refused.push({ ref, problems: parsed.problems });
    }
  }
  return { pages: [...pages.values()], refused };
}
