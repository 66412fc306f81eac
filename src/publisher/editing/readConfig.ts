import { dirname } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { parseConfig, type Config } from '../config.ts';
import { isMissing, systemCode, type Files } from '../press/files.ts';
import type { FoundSource } from '../sources.ts';
import { decode } from '../wire/decode.ts';
import { locateInJson } from '../wire/jsonPlaces.ts';
import type { Notice, Refusal } from '../wire/wireItem.ts';

const plainConfig: Config = {
  name: 'Lede',
  language: 'en',
  timeZone: 'UTC',
  sections: [],
  front: [],
  pages: [],
};

type Configured =
  | {
      ok: true;
      config: Config;
      /** Whether there is a lede.json. */
      isWritten: boolean;
      refused: Refusal[];
      warnings: Notice[];
      /** Gives a problem of a field its place in the text. */
      locate: (problem: Problem) => Problem;
    }
  | { ok: false; refused: Refusal[] };

interface Terms {
  /** A wrong field counts as refused. */
  isStrict?: boolean;
  /** The edition before had an address, and so feeds and sitemaps. */
  hadUrl?: boolean;
  /** The edition before had a lede.json. */
  hadConfig?: boolean;
}

/**
 * Reads lede.json; without one the edition is plain, and the editor is told. Where the edition before had one it is
 * missed: under another name, with its own pages among the stories, it would be another edition.
 */
export async function readConfig(
  files: Files,
  { path, name }: Pick<FoundSource, 'path' | 'name'>,
  { isStrict = false, hadUrl = false, hadConfig = false }: Terms,
): Promise<Configured> {
  let text: string;
  try {
    text = decode(await files.readFile(path)).text;
  } catch (error) {
    const folder = dirname(path);
    if (!isMissing(error)) {
      return { ok: false, refused: [{ ref: name, problems: [toUnreadable(error)] }] };
    }
    const code = 'no-config';
    if (hadConfig) {
      const message = 'there is no lede.json any more, from which the edition has its name';
      const mend = `put it back in ${folder}, or write one there with a name`;
      return { ok: false, refused: [{ ref: name, problems: [{ code, at: '', message, mend }] }] };
    }
    const message =
      'there is no lede.json, so the edition is called Lede, is in English and counts its days in UTC';
    const problem = {
      code,
      at: '',
      message,
      mend: `write lede.json in ${folder} to say otherwise`,
    };
    return {
      ...{ ok: true, config: plainConfig, isWritten: false, refused: [] },
      ...{ warnings: [{ ref: name, problem }], locate: (unplaced) => unplaced },
    };
  }
  const parsed = parseConfig(text, name);
  if (!parsed.ok) return { ok: false, refused: [{ ref: name, problems: parsed.problems }] };
  const problems = parsed.warnings;
  const refused = isStrict && problems.length > 0 ? [{ ref: name, problems }] : [];
  const warnings = isStrict ? [] : problems.map((problem) => ({ ref: name, problem }));
  if (parsed.value.url === undefined) {
    const message = hadUrl
      ? 'there is no url any more, so the feeds and sitemaps that the edition had are taken down'
      : 'there is no url, so canonical addresses, feeds, sitemaps and the pictures of shared links are left out';
    const mend = 'give the address the edition will have, such as "https://example.org/news"';
    warnings.push({ ref: name, problem: { code: 'no-url', at: 'url', message, mend } });
  }
  const locate = (problem: Problem): Problem => locateField(problem, text);
  return { ok: true, config: parsed.value, isWritten: true, refused, warnings, locate };
}

function toUnreadable(error: unknown): Problem {
  const isFolder = systemCode(error) === 'EISDIR';
  return {
    ...{ code: 'unreadable-config', at: '' },
    message: isFolder ? 'expected a file, got a folder' : 'the file cannot be read',
    mend: isFolder
      ? 'give the folder another name, and write the settings into a file of this one'
      : 'let this account read it',
  };
}

/** `front[3]` → the place of that entry; a field that is not in the text has none. */
function locateField(problem: Problem, text: string): Problem {
  const [, field, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(problem.at) ?? [];
  if (field === undefined || problem.line !== undefined) return problem;
  const path = index === undefined ? [field] : [field, Number(index)];
  const [place] = locateInJson(text)([path]);
  return place === undefined ? problem : { ...problem, ...place };
}
