import { slugFrom } from '../../model/slug.ts';
import { kindOf, type Problem } from '../../model/problem.ts';
import { inTextOrder, placed, toProblems, type Finding, type Path } from './finding.ts';
import { boundNotices } from './boundNotices.ts';
import { findLaterTime, sayLaterTimes } from './findLaterTime.ts';
import { findUnheardHolds } from './findUnheardHolds.ts';
import { locateInJson } from './jsonPlaces.ts';
import { mostItems, mostWarnings } from './limits.ts';
import { notListed } from './notListed.ts';
import { fileStem } from './fileStem.ts';
import { parseJson } from './parseJson.ts';
import { readArticle, type Reading } from './readArticle.ts';
import { unknownFields } from './strangers.ts';
import { withoutFieldNotes } from './withoutFieldNotes.ts';
import type { SourceFile, WireFormat, WireResult } from './wireItem.ts';

/** Articles as people write them: one object, a list, or `{ "articles": [ … ] }`. */
export const articleJson = {
  name: 'article JSON',
  recognise({ name }, text) {
    if (/^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[{["\]]|$))/.test(text.slice(0, 1000))) return 1;
    return /\.json$/i.test(name) ? 0.6 : 0;
  },
  read(file, text) {
    const parsed = parseJson(text);
    if (!parsed.ok) {
      return { items: [], refused: [{ ref: file.name, problems: [parsed.problem] }], warnings: [] };
    }
    return readAll(file, text, parsed.value);
  },
} as const satisfies WireFormat;

/** What stands around articles may be a host's answer, which says of itself that it went well: `{"status":"ok"}`. */
function withoutOutcome(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !('status' in value)) return value;
  const { status, ...others } = value;
  return /^(?:ok|okay|success|successful|2\d\d)$/i.test(String(status).trim()) ? others : value;
}

function readAll(file: SourceFile, text: string, value: unknown): WireResult {
  const { articles, path, warnings } = findArticles(value);
  const around = path.length === 0 ? { unreadable: [] } : findLaterTime(value, []);
  const holds =
    path.length === 0
      ? []
      : [...findUnheardHolds(withoutOutcome(value), [], {}), ...around.unreadable];
  if (holds.length > 0) {
    const problems = toProblems(holds, locateInJson(text));
    return { items: [], refused: [{ ref: file.name, problems }], warnings: [] };
  }
  if (articles === undefined) {
    const message = `expected a list of articles, got ${kindOf((value as { articles: unknown }).articles)}`;
    const finding = {
      code: 'invalid-articles',
      path,
      message,
      mend: 'write [{ "headline": "…" }, …]',
    };
    const problems = toProblems([finding], locateInJson(text));
    return { items: [], refused: [{ ref: file.name, problems }], warnings: [] };
  }
  if (articles.length > mostItems) {
    const message = `expected at most ${mostItems} articles in a file, got ${articles.length}`;
    const problem = {
      code: 'too-many-articles',
      at: '',
      message,
      mend: 'cut the file into several',
    };
    return { items: [], refused: [{ ref: file.name, problems: [problem] }], warnings: [] };
  }
  const isOne = articles.length === 1;
  const bound = boundNotices(mostWarnings);
  const boundProblems = boundNotices(mostWarnings);
  const readings = articles.map((article, index): [string, Reading] => {
    const ref = articles === value || path.length > 0 ? `${file.name} [${index}]` : file.name;
    const standing = {
      ref,
      file: file.name,
      path: ref === file.name ? [] : [...path, index],
      fileSlug: isOne ? slugFrom(fileStem(file.name)) || undefined : undefined,
      form: 'json' as const,
      notBefore: around.time,
    };
    const noted: Finding[] = [];
    const reading = readArticle(withoutFieldNotes(article, standing.path, noted), standing);
    const told = { ...reading, warnings: bound.take([...noted, ...reading.warnings]) };
    if (told.ok) return [ref, told];
    // Whatever was told of others, each that is refused is told why.
    const [first, ...others] = told.problems;
    const problems = [...(first === undefined ? [] : [first]), ...boundProblems.take(others)];
    return [ref, { ...told, problems }];
  });
  warnings.push(...notListed(bound.more() + boundProblems.more(), path));
  if (articles.length === 0) {
    warnings.push({
      code: 'no-articles',
      path,
      message: 'expected articles, got an empty list',
      mend: 'write an article, or remove the file',
    });
  }
  return gather(file, text, warnings, readings);
}

// `articles` undefined: the object says it holds a list, and does not.
function findArticles(value: unknown): {
  articles: unknown[] | undefined;
  path: Path;
  warnings: Finding[];
} {
  if (Array.isArray(value)) return { articles: value as unknown[], path: [], warnings: [] };
  const holds = value !== null && typeof value === 'object' && 'articles' in value;
  if (!holds || 'headline' in value) return { articles: [value], path: [], warnings: [] };
  return {
    articles: Array.isArray(value.articles) ? (value.articles as unknown[]) : undefined,
    path: ['articles'],
    warnings: sayLaterTimes(unknownFields(value, ['$schema', 'articles'], []), value),
  };
}

// All places are looked up in one reading of the text: a file may hold thousands of articles.
function gather(
  file: SourceFile,
  text: string,
  warnings: Finding[],
  readings: readonly [string, Reading][],
): WireResult {
  const said = [
    ...warnings.map((finding) => ({ ref: file.name, finding, isRefusal: false })),
    ...readings.flatMap(([ref, reading]) => [
      ...(reading.ok ? [] : reading.problems).map((finding) => ({ ref, finding, isRefusal: true })),
      ...reading.warnings.map((finding) => ({ ref, finding, isRefusal: false })),
    ]),
  ];
  const problems = placed(
    said.map(({ finding }) => finding),
    locateInJson(text),
  );
  const refused = new Map<string, Problem[]>();
  const result: WireResult = {
    items: readings.flatMap(([, reading]) => (reading.ok ? [reading.item] : [])),
    refused: [],
    warnings: [],
  };
  said.forEach(({ ref, isRefusal }, index) => {
    const problem = problems[index];
    if (problem === undefined) return;
    if (!isRefusal) result.warnings.push({ ref, problem });
    else if (refused.has(ref)) refused.get(ref)?.push(problem);
    else refused.set(ref, [problem]);
  });
  result.refused = [...refused].map(([ref, list]) => ({ ref, problems: inTextOrder(list) }));
  return result;
}
