import { hasOffset, onTheSafeSide, parseSourceTime } from './sourceTime.ts';

/** The times between which something may be shown, as a source writes them. */
export interface Span {
  embargo: unknown;
  expires: unknown;
}

/**
 * Why a picture or a headline that comes with a story does not go out with it: it has an embargo or an end of its own,
 * which the story's does not cover. What is read here knows no clock, and a story that is out is not looked at again.
 * @returns words for the editor, or undefined when it may go out whenever the story may
 */
export function findPartsHold(part: Span, story: Span): string | undefined {
  if (isSaid(part.embargo) && !isCovered(story.embargo, part.embargo, 'embargo'))
    return 'has an embargo that the story does not have';
  if (isSaid(part.expires) && !isCovered(part.expires, story.expires, 'expiry'))
    return 'expires, and the story does not before it';
  return undefined;
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
