import * as v from 'valibot';
import { reservedWords } from '../model/address.ts';
import { parseLanguage } from '../model/language.ts';
import { parseLink } from '../model/link.ts';
import type { Parsed } from '../model/problem.ts';
import { slugFrom } from '../model/slug.ts';
import { parseJson } from './wire/articleJson.ts';
import { cleanLine, cleanName } from './wire/cleanText.ts';
import { configEntries, configSchema } from './wire/configSchema.ts';
import { field } from './wire/field.ts';
import { fileStem } from './wire/fileStem.ts';
import { toProblems, type Finding } from './wire/finding.ts';
import { toFindings } from './wire/issues.ts';
import { locateInJson } from './wire/jsonPlaces.ts';
import { unknownFields } from './wire/strangers.ts';

/** `lede.json`, read and checked. */
export interface Config {
  name: string;
  tagline?: string;
  /** Without trailing slash. */
  url?: string;
  language: string;
  /** IANA time zone. */
  timeZone: string;
  /** Path of the icon picture as written, relative to lede.json. */
  icon?: string;
  sections: string[];
  lead?: string;
  front: string[];
  /** Markdown files as written, relative to lede.json. */
  pages: string[];
}

/**
 * Reads the text of `lede.json`. `name` is the file's path, for the words of its problems.
 * Problem codes: `not-json`, `missing-name`, `invalid-<field>`, `reserved-page`; unknown fields are warnings.
 */
export function parseConfig(text: string, name: string): Parsed<Config> {
  const json = parseJson(text.replace(/^\ufeff/, ''));
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const result = v.safeParse(configSchema, json.value);
  const findings = result.success
    ? findReservedPages(result.output.pages ?? [], name)
    : toFindings(result.issues, [], 'config');
  if (!result.success || findings.length > 0) {
    return { ok: false, problems: toProblems(findings, locateInJson(text)) };
  }
  const config = result.output;
  const strangers = unknownFields(json.value, Object.keys(configEntries), []);
  const line = (value: string | null | undefined): string | undefined =>
    cleanLine(value ?? '') || undefined;
  return {
    ok: true,
    value: {
      name: cleanName(config.name),
      ...field('tagline', line(config.tagline)),
      ...field('url', parseLink(config.url ?? '')?.replace(/\/+$/, '')),
      language: parseLanguage(config.language ?? '') ?? 'en',
      timeZone: line(config.timeZone) ?? 'UTC',
      ...field('icon', line(config.icon)),
      sections: (config.sections ?? []).map(cleanName),
      ...field('lead', line(config.lead)),
      front: (config.front ?? []).map((slug) => slug.trim()),
      pages: (config.pages ?? []).map((path) => path.trim()),
    },
    warnings: toProblems(strangers, locateInJson(text)),
  };
}

// Said here already, so that the editor learns it where the page is named.
function findReservedPages(pages: readonly string[], name: string): Finding[] {
  return pages.flatMap((path, index) => {
    const slug = slugFrom(fileStem(path));
    if (!reservedWords.has(slug)) return [];
    const message = `expected an address of its own, got "${slug}", which Lede uses itself`;
    const mend = `rename the file ${path}, and its entry in ${name}`;
    return [{ code: 'reserved-page', path: ['pages', index], message, mend }];
  });
}
