import type { Finding, Path } from './finding.ts';
import { findNearest, plainWord } from './nearest.ts';
import { articleFields } from './articleSchema.ts';
import { saysNotYet } from './saysNotYet.ts';
import { isOut, saysWhen } from './saysWhen.ts';

/** The fields of ours that keep a story back. */
type Hold = 'embargo' | 'draft' | 'expires';

// Names below are plain: small letters without what joins their parts.

/** Names that keep a story back unless they say no. */
const keepsBack = new Set(
  [
    'draft isdraft unpublished isunpublished unpublish private isprivate hidden ishidden hide unlisted internal',
    'hold onhold held withheld withhold confidential secret spiked killed cancelled canceled withdrawn deleted',
    'isdeleted trashed disabled donotpublish notforpublication wip iswip archived isarchived',
  ].flatMap((line) => line.split(' ')),
);
/** Names that keep a story back when they say no. */
const letsOut = new Set(
  [
    'publish published ispublished public ispublic visible isvisible listed active isactive enabled approved isapproved',
    'released isreleased release ready readytopublish publishable online signedoff issignedoff cleared iscleared',
  ].flatMap((line) => line.split(' ')),
);
/** Names for the moment before which a story may not go out. */
const beginning =
  /embargo|^(?:notbefore|publish(?:at|on|after|from)|schedule(?:d|dfor|dat)?|release(?:at|on)|golive(?:at|on)?|h[eo]ld(?:un)?till?|(?:visible|available|valid)from)$/;
/** Names for the moment after which it may not. */
const end =
  /expir|^(?:notafter|unpublish(?:at|on|after)|remove(?:at|on|after)|(?:publish|visible|available|valid)(?:until|till|to|through))$/;

// A bare `state` may be Texas.
const status =
  /^(?:(?:pub|publish|publication|story|article|post|page|content|item|workflow|editorial|review)stat(?:us|e)|status)$/;
const isShown = new Set('public visible everyone all open published shown'.split(' '));
/** Fields that mostly say something else: a `state` may be Texas, an `access` paid. */
const seldomStatus = new Set('state stage phase workflow workflowstage access'.split(' '));

/**
 * Fields that are not ours and by which the writer meant to keep the story back: a misspelt `embargo`, `isDraft`,
 * `"publish": false`, a `status` that is not that of a story that is out. To leave these out as other unknown fields
 * would let the story out.
 * @param own fields that are heard where these stand
 */
export function findUnheardHolds(
  article: unknown,
  around: Path,
  own: Readonly<Record<string, unknown>> = articleFields,
): Finding[] {
  if (article === null || typeof article !== 'object' || Array.isArray(article)) return [];
  return Object.entries(article).flatMap(([name, value]) => {
    const meant = Object.hasOwn(own, name) ? undefined : meantBy(name, value);
    if (meant === undefined) return [];
    const where = own === articleFields ? '' : ' in each article';
    return [
      {
        code: 'unheard-hold',
        path: [...around, name],
        message: `expected no field by which a story is kept back but "embargo", "draft" and "expires", got "${name.slice(0, 60)}"`,
        mend: `write "${meant}"${where}, or remove it to let the story out`,
      },
    ];
  });
}

function meantBy(name: string, value: unknown): Hold | undefined {
  if (value === null || value === '') return undefined;
  const word = plainWord(name);
  if (status.test(word)) return isWordOf(isOut, value) ? undefined : heldBy(value);
  if (word === 'visibility') return isWordOf(isShown, value) ? undefined : 'draft';
  if (seldomStatus.has(word)) {
    return typeof value === 'string' && saysNotYet.test(value) ? heldBy(value) : undefined;
  }
  if (letsOut.has(word)) {
    // A list names places.
    if (word === 'publish' && typeof value !== 'object' && saysWhen(value) && !saysNo(value)) {
      return 'embargo';
    }
    return saysNo(value) ? 'draft' : undefined;
  }
  if (saysNo(value)) return undefined;
  if (keepsBack.has(word)) return 'draft';
  // `exclude` with a list says of what.
  if (saysYes(value) && (word === 'exclude' || findNearest(name, ['draft']) !== undefined)) {
    return 'draft';
  }
  if (beginning.test(word) || findNearest(name, ['embargo']) !== undefined) return 'embargo';
  if (end.test(word) || (isTime(value) && findNearest(name, ['expires']) !== undefined)) {
    return 'expires';
  }
  return undefined;
}

function heldBy(value: unknown): Hold {
  return typeof value === 'string' && /embargo|schedul/i.test(value) ? 'embargo' : 'draft';
}

function isWordOf(words: ReadonlySet<string>, value: unknown): boolean {
  if (value === true) return true;
  return (
    typeof value === 'string' &&
    words.has(
      value
        .trim()
        .toLowerCase()
        .replace(/^.*[:/]/, ''),
    )
  );
}

function saysNo(value: unknown): boolean {
  if (typeof value === 'string')
    return /^\s*(?:false|no?|off|0|none|never|later|not yet)\s*$/i.test(value);
  return value === false || value === 0;
}

function saysYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^\s*(?:true|yes|on|1)\s*$/i.test(value));
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /\d{4}/.test(value);
}
