import { dirname } from 'node:path';
import { parseConfig, type Config } from '../config.ts';
import type { Files } from '../press/files.ts';
import type { FoundSource } from '../sources.ts';
import { decode } from '../wire/decode.ts';
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
  | { ok: true; config: Config; refused: Refusal[]; warnings: Notice[] }
  | { ok: false; refused: Refusal[] };

interface Terms {
  /** A wrong field counts as refused. */
  isStrict?: boolean;
  /** The edition before had an address, and so feeds and sitemaps. */
  hadUrl?: boolean;
}

/** Reads lede.json; without one the edition is plain, and the editor is told. */
export async function readConfig(
  files: Files,
  { path, name }: Pick<FoundSource, 'path' | 'name'>,
  { isStrict = false, hadUrl = false }: Terms,
): Promise<Configured> {
  let text: string;
  try {
    text = decode(await files.readFile(path)).text;
  } catch {
    const loss = hadUrl ? '; the feeds and sitemaps it had are taken down' : '';
    const message = `there is no lede.json, so the edition is called Lede, is in English and counts its days in UTC${loss}`;
    const mend = hadUrl
      ? `put lede.json back in ${dirname(path)}`
      : `write lede.json in ${dirname(path)} to say otherwise`;
    const problem = { code: 'no-config', at: '', message, mend };
    return { ok: true, config: plainConfig, refused: [], warnings: [{ ref: name, problem }] };
  }
  const parsed = parseConfig(text, name);
  if (!parsed.ok) return { ok: false, refused: [{ ref: name, problems: parsed.problems }] };
  const problems = parsed.warnings;
  const refused = isStrict && problems.length > 0 ? [{ ref: name, problems }] : [];
  const warnings = isStrict ? [] : problems.map((problem) => ({ ref: name, problem }));
  if (parsed.value.url === undefined) {
    const message = hadUrl
      ? 'there is no url any more, so the feeds and sitemaps that the edition had are taken down'
      : 'there is no url, so canonical addresses, feeds and sitemaps are left out';
    const mend = 'give the address the edition will have, such as "https://example.org/news"';
    warnings.push({ ref: name, problem: { code: 'no-url', at: 'url', message, mend } });
  }
  return { ok: true, config: parsed.value, refused, warnings };
}
