import { slugFrom } from '../../model/slug.ts';
import { cleanName } from './cleanText.ts';
import { fileStem } from './fileStem.ts';
import { toProblems, type Finding } from './finding.ts';
import { hasFrontMatter, splitFrontMatter } from './frontMatter.ts';
import { markdownDocument } from './markdownBlocks.ts';
import { longestStory } from './limits.ts';
import { readArticle } from './readArticle.ts';
import { tooLong } from './refuseEndless.ts';
import type { Remark } from './remarks.ts';
import { withoutFieldNotes } from './withoutFieldNotes.ts';
import type { SourceBlock, WireFormat } from './wireItem.ts';

/** A story as a Markdown file, its fields as front matter; without a headline there, the first `# heading` is it. */
export const markdown = {
  name: 'Markdown',
  recognise({ name }, text) {
    if (hasFrontMatter(text)) return 0.9;
    return /\.(?:md|markdown)$/i.test(name) ? 0.8 : 0;
  },
  read(file, text) {
    const front = splitFrontMatter(text);
    if (!front.ok) {
      return { items: [], refused: [{ ref: file.name, problems: [front.problem] }], warnings: [] };
    }
    // Known before the text is taken apart, which costs many times its length.
    if (front.body.length > longestStory) {
      const problems = [tooLong(front.body.length)];
      return { items: [], refused: [{ ref: file.name, problems }], warnings: [] };
    }
    const noted: Finding[] = [];
    const fields = withoutFieldNotes(front.fields ?? {}, [], noted);
    const { headline, blocks, remarks } = headlineAndBody(fields, front.body);
    const standing = {
      ref: file.name,
      file: file.name,
      path: [],
      fileSlug: slugFrom(fileStem(file.name)) || undefined,
      form: 'front matter' as const,
    };
    const reading = readArticle(withHeadline(fields, headline), standing, blocks);
    const findings = [
      ...noted,
      ...reading.warnings,
      ...remarks.map((remark) => toFinding(remark, front.firstLine)),
    ];
    const warnings = toProblems(findings, front.locate).map((problem) => ({
      ref: file.name,
      problem,
    }));
    if (reading.ok) return { items: [reading.item], refused: [], warnings };
    const problems = toProblems(reading.problems.map(forMarkdown), front.locate);
    return { items: [], refused: [{ ref: file.name, problems }], warnings };
  },
} as const satisfies WireFormat;

/** The text below front matter; its first `# heading` is the headline unless the fields name another. */
export function headlineAndBody(
  fields: unknown,
  text: string,
): { headline?: string; blocks: SourceBlock[]; remarks: Remark[] } {
  const { headline, blocks, remarks } = markdownDocument(text, cleanName(givenHeadline(fields)));
  return headline === undefined ? { blocks, remarks } : { headline, blocks, remarks };
}

export function withHeadline(fields: unknown, headline: string | undefined): unknown {
  const isObject = fields !== null && typeof fields === 'object' && !Array.isArray(fields);
  if (!isObject || headline === undefined || givenHeadline(fields) !== '') return fields;
  return { ...fields, headline };
}

function givenHeadline(fields: unknown): string {
  const given =
    fields !== null && typeof fields === 'object' && 'headline' in fields ? fields.headline : '';
  return typeof given === 'string' ? given.trim() : '';
}

/** A remark's place in the text as one in the file. */
export function toFinding({ line, column, ...remark }: Remark, firstLine: number): Finding {
  const place =
    line === undefined || column === undefined ? {} : { line: line + firstLine - 1, column };
  return { ...remark, path: ['body'], ...place };
}

function forMarkdown(finding: Finding): Finding {
  if (finding.code === 'missing-headline') {
    return {
      ...finding,
      mend: 'write "headline: …" in the front matter, or begin the text with "# " and the headline',
    };
  }
  return finding.code === 'invalid-article'
    ? {
        ...finding,
        mend: 'write each field on its own line, such as "headline: The Moon is leaving"',
      }
    : finding;
}
