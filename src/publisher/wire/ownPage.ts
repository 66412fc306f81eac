import * as v from 'valibot';
import { reservedWords } from '../../model/address.ts';
import { parseLanguage } from '../../model/language.ts';
import type { Parsed } from '../../model/problem.ts';
import { slugFrom } from '../../model/slug.ts';
import { articleFields } from './articleSchema.ts';
import { cleanName } from './cleanText.ts';
import { decode } from './decode.ts';
import { field } from './field.ts';
import { fileStem } from './fileStem.ts';
import { toProblems, type Finding } from './finding.ts';
import { findLaterTime, sayLaterTimes } from './findLaterTime.ts';
import { findUnheardHolds } from './findUnheardHolds.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { toFindings } from './issues.ts';
import { headlineAndBody, toFinding, withHeadline } from './markdown.ts';
import { findRefusal } from './readFile.ts';
import { say } from './say.ts';
import { unknownFields } from './strangers.ts';
import { withoutFieldNotes } from './withoutFieldNotes.ts';
import type { SourceBlock, SourceFile } from './wireItem.ts';

/** One of the publisher's own pages, about, imprint …, as its Markdown file has it. */
export interface SourcePage {
  slug: string;
  headline: string;
  /** Canonical BCP 47; absent: the edition's language. */
  language?: string;
  /** Not out before, by a field that other programs use; ISO 8601, perhaps without an offset. */
  embargo?: string;
  body: SourceBlock[];
}

const pageSchema = v.object(
  { headline: articleFields.headline, slug: articleFields.slug, language: articleFields.language },
  say('a page', 'begin the file with "# " and the headline'),
);

/** Reads a page of the publisher's own. Its slug is given in front matter or comes from the file's name. */
export function readOwnPage(file: SourceFile): Parsed<SourcePage> {
  const refusal = findRefusal(file);
  if (refusal !== undefined) return { ok: false, problems: [{ at: '', ...refusal }] };
  const { text } = decode(file.bytes);
  const front = splitFrontMatter(text);
  if (!front.ok) return { ok: false, problems: [front.problem] };
  const noted: Finding[] = [];
  const fields = withoutFieldNotes(front.fields ?? {}, [], noted);
  const { headline, blocks, remarks } = headlineAndBody(fields, front.body);
  const result = v.safeParse(pageSchema, withHeadline(fields, headline));
  if (!result.success) {
    return { ok: false, problems: toProblems(toFindings(result.issues, [], 'page'), front.locate) };
  }
  // No field of ours keeps a page back: what is not to be seen yet may not stand in the list of pages.
  const later = findLaterTime(fields, [], 'page');
  const unheard = findUnheardHolds(fields, [], {}).map((hold): Finding => {
    const message = `expected no field by which a page is kept back, got "${String(hold.path[0]).slice(0, 60)}"`;
    const mend = 'take the page off "pages" in lede.json until it may go out, or remove this field';
    return { ...hold, message, mend };
  });
  const holds = [...unheard, ...later.unreadable].map((hold) => ({ ...hold, code: 'held-page' }));
  if (holds.length > 0) return { ok: false, problems: toProblems(holds, front.locate) };
  const page = result.output;
  const slug = page.slug?.trim() || slugFrom(fileStem(file.name));
  const wrong = findWrongSlug(slug);
  if (wrong !== undefined) return { ok: false, problems: toProblems([wrong], front.locate) };
  const warnings = [
    ...noted,
    ...sayLaterTimes(unknownFields(fields, Object.keys(pageSchema.entries), []), fields, 'page'),
    ...remarks.map((remark) => toFinding(remark, front.firstLine)),
  ];
  return {
    ok: true,
    value: {
      slug,
      headline: cleanName(page.headline),
      ...field('language', parseLanguage(page.language ?? '')),
      ...field('embargo', later.time),
      body: blocks,
    },
    warnings: toProblems(warnings, front.locate),
  };
}

function findWrongSlug(slug: string): Finding | undefined {
  const path = ['slug'];
  if (slug === '') {
    const message = 'expected a file name with letters a-z or digits, got none';
    return {
      code: 'missing-slug',
      path,
      message,
      mend: 'rename the file, or give a slug such as "about"',
    };
  }
  if (!reservedWords.has(slug)) return undefined;
  const message = `expected an address of its own, got "${slug}", which Lede uses itself`;
  return { code: 'reserved-slug', path, message, mend: 'rename the file, or give another slug' };
}
