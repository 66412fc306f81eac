import { latestOf } from './feeds/latestOf.ts';
import { parseSourceTime } from './feeds/sourceTime.ts';
import { found, type Finding, type Path } from './finding.ts';
import { plainWord } from './nearest.ts';
import { timeOfPublished } from './publishedField.ts';
import { saysWhen } from './saysWhen.ts';

/** Plain names for the moment of publishing that are not ours. Some programs hold a story back until then. */
const momentOfPublishing =
  /^(?:(?:first)?(?:pub|publish|published|publication|release|released)(?:date|time|datetime|at|on)|date(?:first)?(?:pub|published|released?)|(?:go)?live(?:date|time|datetime|from|after)|(?:visible|available|listed|shown)(?:at|on|after))$/;
/** A plain `date` may be anybody's; where ours is there too, it is not that of publishing. */
const anyDate = /^date(?:time)?$/;

/** The last moment that such fields name, or why it cannot be told. */
export interface LaterTime {
  /** ISO 8601, without an offset where there was none. Mostly past: whoever has a clock has to ask. */
  time?: string;
  unreadable: Finding[];
}

/**
 * The moment of publishing under a name that other programs use: Hugo, Jekyll and most systems with a database hold back
 * what is dated ahead, and their writers count on it.
 */
export function findLaterTime(
  article: unknown,
  around: Path,
  what: 'story' | 'page' = 'story',
): LaterTime {
  if (!isFields(article)) return { unreadable: [] };
  const times: string[] = [];
  const unreadable: Finding[] = [];
  for (const [name, value] of Object.entries(article)) {
    if (!isTimeOfPublishing(name, article, what)) continue;
    const time = isPublished(name) ? timeOfPublished(value) : parseSourceTime(value);
    if (time !== undefined) times.push(time);
    else if (!anyDate.test(plainWord(name)))
      unreadable.push(sayUnreadable(name, value, around, what));
  }
  const time = latestOf(times);
  return { ...(time === undefined ? {} : { time }), unreadable };
}

/** What is said of fields that we do not know, with what these do. @param what has them */
export function sayLaterTimes(
  warnings: Finding[],
  article: unknown,
  what: 'story' | 'page' = 'story',
): Finding[] {
  if (!isFields(article)) return warnings;
  return warnings.map((warning) => {
    const name = warning.path.at(-1);
    if (warning.code !== 'unknown-field' || typeof name !== 'string') return warning;
    if (!Object.hasOwn(article, name) || !isTimeOfPublishing(name, article, what)) return warning;
    return {
      ...warning,
      message: `expected one of the known fields, got "${name.slice(0, 60)}", until which the ${what} is held back, and which is left out then`,
      mend:
        what === 'page'
          ? 'remove it once the page is out'
          : 'write it as "published", or as "embargo" to hold the story back',
    };
  });
}

function isTimeOfPublishing(
  name: string,
  fields: Record<string, unknown>,
  what: 'story' | 'page',
): boolean {
  if (fields[name] === null || fields[name] === '') return false;
  const word = plainWord(name);
  if (momentOfPublishing.test(word)) return true;
  if (isPublished(name) && (what === 'page' || name !== 'published')) {
    return saysWhen(fields[name]);
  }
  return anyDate.test(word) && parseSourceTime(fields['published']) === undefined;
}

function isPublished(name: string): boolean {
  return plainWord(name) === 'published';
}

function isFields(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function sayUnreadable(
  name: string,
  value: unknown,
  around: Path,
  what: 'story' | 'page',
): Finding {
  const form =
    what === 'page' ? 'write a time' : 'write it as "published" or as "embargo" with a time';
  return {
    code: 'unheard-hold',
    path: [...around, name],
    message: `expected a time that says whether the ${what} may go out, got ${found(value)}`,
    mend: `${form} such as 2026-05-01, or remove it to let the ${what} out`,
  };
}
