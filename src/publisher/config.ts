import * as v from 'valibot';
import { reservedWords } from '../model/address.ts';
import { parseLanguage } from '../model/language.ts';
import { parseLink } from '../model/link.ts';
import type { Parsed } from '../model/problem.ts';
import { slugFrom } from '../model/slug.ts';
import { cleanLine, cleanName } from './wire/cleanText.ts';
import { configEntries, configSchema } from './wire/configSchema.ts';
import { field } from './wire/field.ts';
import { fileStem } from './wire/fileStem.ts';
import { toProblems, type Finding } from './wire/finding.ts';
import { toFindings } from './wire/issues.ts';
import { locateInJson } from './wire/jsonPlaces.ts';
import { parseJson } from './wire/parseJson.ts';
import { findMeant, unknownFields } from './wire/strangers.ts';

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

const fields = Object.keys(configEntries);
/** Fields without which nothing goes out: under another name or address the edition would be another one. */
const vital = ['', 'name', 'url'];

/**
 * Reads the text of `lede.json`. `name` is the file's path, for the words of its problems. A field or an entry of a list
 * that is wrong is left out with a warning, so that one slip does not keep a whole edition from its readers; but without
 * a name, or with a `url` that cannot be used, there is none: left out, its feeds and sitemaps would be taken down.
 * A misspelt `url` or `name` is as good as a wrong one.
 * Problem codes: `not-json`, `missing-name`, `invalid-name`, `invalid-url`, `misspelt-field`; as warnings
 * `invalid-<field>`, `reserved-page` and those of unknown fields.
 */
export function parseConfig(text: string, name: string): Parsed<Config> {
  if (text.trim() === '') {
    const message = 'expected the settings of the edition, got an empty file';
    const mend = 'write { "name": "…" } with the name of the edition, or remove the file';
    return { ok: false, problems: [{ code: 'not-json', at: '', message, mend }] };
  }
  const json = parseJson(text.replace(/^\ufeff/, ''));
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const misspelt = findMisspelt(json.value);
  const findings = findWrong(json.value, name);
  const problems = toProblems(findings, locateInJson(text));
  const wrong = new Set(problems.map(({ at }) => at));
  if (misspelt.length > 0 || vital.some((at) => wrong.has(at))) {
    const told = new Set(misspelt.map(({ meant }) => `missing-${meant}`));
    const others = findings.filter(({ code }) => !told.has(code));
    return { ok: false, problems: toProblems([...misspelt, ...others], locateInJson(text)) };
  }
  // Of a list only the wrong entries go.
  const usable = Object.entries(json.value ?? {})
    .filter(([key]) => !wrong.has(key))
    .map(([key, value]: [string, unknown]) => {
      const isList = Array.isArray(value);
      return [key, isList ? value.filter((_, index) => !wrong.has(`${key}[${index}]`)) : value];
    });
  const config = v.parse(configSchema, Object.fromEntries(usable));
  const strangers = unknownFields(json.value, fields, []);
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
    warnings: [
      ...problems.map((problem) => ({ ...problem, message: `${problem.message}; left out` })),
      ...toProblems(strangers, locateInJson(text)),
    ],
  };
}

/** Fields that stand for one without which nothing goes out, in another spelling. */
function findMisspelt(value: unknown): (Finding & { meant: string })[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const written = isObject ? Object.keys(value) : [];
  return written.flatMap((name) => {
    const meant = fields.includes(name) ? undefined : findMeant(name, fields);
    if (meant === undefined || !vital.includes(meant) || written.includes(meant)) return [];
    const message = `expected one of the known fields, got "${name.slice(0, 60)}"`;
    const mend = `write "${meant}" if that is what it is; known are ${fields.join(', ')}`;
    return [{ code: 'misspelt-field', path: [name], message, mend, meant }];
  });
}

function findWrong(value: unknown, name: string): Finding[] {
  const { issues = [] } = v.safeParse(configSchema, value);
  return [...toFindings(issues, [], 'config'), ...findReservedPages(value, name)];
}

function findReservedPages(value: unknown, name: string): Finding[] {
  const pages = v.safeParse(v.object({ pages: v.array(v.unknown()) }), value);
  return (pages.success ? pages.output.pages : []).flatMap((path, index) => {
    const slug = typeof path === 'string' ? slugFrom(fileStem(path)) : '';
    if (typeof path !== 'string' || !reservedWords.has(slug)) return [];
    const message = `expected an address of its own, got "${slug}", which Lede uses itself`;
    const mend = `rename the file ${path}, and its entry in ${name}`;
    return [{ code: 'reserved-page', path: ['pages', index], message, mend }];
  });
}
