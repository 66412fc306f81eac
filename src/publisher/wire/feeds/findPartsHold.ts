import { field } from '../field.ts';
import type { SourcePicture } from '../wireItem.ts';
import { hasOffset, onTheSafeSide, parseSourceTime } from './sourceTime.ts';

/** The times between which something may be shown, as a source writes them. */
export interface Span {
  embargo: unknown;
  expires: unknown;
}

/** The times that a picture brings beside those of its story. */
export type PictureSpan = Pick<SourcePicture, 'embargo' | 'expires'>;

const held = {
  embargo: 'has an embargo that the story does not have',
  expiry: 'expires, and the story does not before it',
};

/**
 * Why a headline that comes with a story does not go out with it: it has an embargo or an end of its own, which the story's
 * does not cover. What is read here knows no clock, and a story that is out is not looked at again.
 * @returns words for the editor, or undefined when it may go out whenever the story may
 */
export function findPartsHold(part: Span, story: Span): string | undefined {
  if (isSaid(part.embargo) && !isCovered(story.embargo, part.embargo, 'embargo'))
    return held.embargo;
  if (isSaid(part.expires) && !isCovered(part.expires, story.expires, 'expiry')) return held.expiry;
  return undefined;
}

/**
 * The times of a picture that its story's do not cover, to be judged by whoever has a clock; or why it does not go out
 * at all.
 * @param published when the story is from, as its source writes it
 */
export function spanOfPicture(part: Span, story: Span, published: unknown): PictureSpan | string {
  let [embargo, expires]: (string | undefined)[] = [];
  if (isSaid(part.embargo) && !isCovered(story.embargo, part.embargo, 'embargo')) {
    embargo = parseSourceTime(part.embargo);
    if (embargo === undefined) return 'has an embargo whose end cannot be read';
  }
  if (isSaid(part.expires) && !isCovered(part.expires, story.expires, 'expiry')) {
    expires = parseSourceTime(part.expires);
    if (expires === undefined) return 'expires at a time that cannot be read';
    if (isCovered(published, part.expires, 'expiry')) return 'expired before the story was out';
  }
  return {
    ...field('embargo', embargo === undefined ? undefined : onTheSafeSide(embargo, 'embargo')),
    ...field('expires', expires === undefined ? undefined : onTheSafeSide(expires, 'expiry')),
  };
}

function isSaid(time: unknown): boolean {
  return time !== undefined && time !== null && time !== '' && time !== false;
}

/** Whether `late` is sure not to be before `early`. A time that nobody can read is not sure. */
function isCovered(late: unknown, early: unknown, edge: 'embargo' | 'expiry'): boolean {
  const [from, to] = [parseSourceTime(early), parseSourceTime(late)];
  if (from === undefined || to === undefined || hasOffset(from) !== hasOffset(to)) return false;
  return Date.parse(onTheSafeSide(from, edge)) <= Date.parse(onTheSafeSide(to, edge));
}
