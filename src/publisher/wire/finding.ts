import { joinPath, kindOf, type Problem } from '../../model/problem.ts';

export type Path = readonly (string | number)[];

/** 1-based place in a source text; columns count UTF-16 code units, as editors do. */
export interface Place {
  line: number;
  column: number;
}

/** A problem on its way: the path is not yet a place in the text. */
export interface Finding extends Partial<Place> {
  code: string;
  path: Path;
  message: string;
  mend?: string;
}

/** Places of fields in one document, in the order asked for; of the nearest field around it when one is missing. */
export type Locate = (paths: readonly Path[]) => (Place | undefined)[];

/** Findings as the rest of the publisher knows them, in the order of the text. */
export function toProblems(findings: readonly Finding[], locate?: Locate): Problem[] {
  return inTextOrder(placed(findings, locate));
}

export function inTextOrder(problems: readonly Problem[]): Problem[] {
  const line = (problem: Problem): number => problem.line ?? 0;
  return problems.toSorted((a, b) => line(a) - line(b) || (a.column ?? 0) - (b.column ?? 0));
}

/** Findings with their places, in their own order. */
export function placed(findings: readonly Finding[], locate?: Locate): Problem[] {
  const places = locate?.(findings.map((finding) => finding.path)) ?? [];
  return findings.map(({ path, line, column, ...rest }, index) => ({
    ...rest,
    at: joinPath(...path),
    ...(line === undefined || column === undefined ? places[index] : { line, column }),
  }));
}

/** What was found, for "expected …, got …": short text is quoted, everything else named. */
export function found(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') return kindOf(value);
  const line = value.trimStart().slice(0, 1000).trimEnd().replace(/\s+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`;
}
