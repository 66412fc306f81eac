import { parseSourceTime } from './feeds/sourceTime.ts';
import { saysNotYet } from './saysNotYet.ts';

/** Jekyll's `published` says whether, not when. */
const saysWhether = /^\s*(?:true|false|yes|no|on|off|y|n|[01])\s*$/i;
/** What begins or is a time to come, in the languages of most who write the field. */
const begins =
  /^(?:in|at|on|with|from|by|next|this|end|morgen|heute|bald|demnächst|sobald|nach|wenn|nein|noch|entwurf|demain|bientôt|après|quand|non|pas|brouillon|mañana|pronto|después|cuando|borrador)(?!\p{L})/iu;
const waits =
  /(?<!\p{L})(?:soon|later|not|no|never|tb[acd]|when|after|before|until|till|once|if|request|await\p{L}*|wip|tomorrow|tonight|today|week|month|year|(?:sun|mon|tues|wednes|thurs|fri|satur)days?|(?:sonn|mon|diens|donners|frei|sams)tags?|mittwochs?|später|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|un(?:listed|finished|cleared|approved|ready|released|edited))(?!\p{L})/iu;

/**
 * The moment that a `published` names. Of a month or a year it is the last day: which one is meant is not said, and what
 * is let out too early cannot be taken back.
 */
export function timeOfPublished(value: unknown): string | undefined {
  const time = parseSourceTime(value);
  if (time !== undefined) return time;
  const text = wordsOf(value);
  const [, before = '', year] = /^(\D*)((?:1[6-9]|2[01])\d\d)$/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  const end = `${year}-12-31`;
  if (before === '') return end;
  const month = parseSourceTime(`1 ${before.trim().replace(/(?<![.,])[.,]+$/, '')} ${year}`)?.slice(
    5,
    7,
  );
  if (month === undefined) return isName(before) ? end : undefined;
  return `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}

/** Whether a `published` says anything of when: yes and no do not, nor does the publisher of a book. */
export function saysWhen(value: unknown, what: 'story' | 'page'): boolean {
  const text = wordsOf(value);
  if (saysWhether.test(text)) return false;
  return (
    what === 'page' || timeOfPublished(value) !== undefined || /\d/.test(text) || !isName(text)
  );
}

/** Whether it can be a publisher's name: nobody is told of what goes out too early, but the writer of what is held. */
function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && ![saysNotYet, begins, waits].some((words) => words.test(text));
}

function wordsOf(value: unknown): string {
  return String(value).slice(0, 100).trim();
}
