import type { Problem } from '../../model/problem.ts';
import { decode } from '../wire/decode.ts';
import { readFile } from '../wire/readFile.ts';
import type { ReadSource, SourceFile } from '../wire/wireItem.ts';
import { rootOf } from '../wire/xml/prolog.ts';
import { boundFeed } from './boundFeed.ts';

/** First elements of the XML that news is sent in. */
const feedRoots: ReadonlySet<string> = new Set([
  ...['rss', 'channel', 'rdf', 'feed', 'entry', 'nitf', 'newsml'],
  ...['newsmessage', 'newsitem', 'packageitem'],
]);

/**
 * Reads what an address answered. A web page, a text or any other document is no feed: hosts answer so when they mean
 * "sorry", and nobody's apology is to be published as a story.
 */
export function readFeedAnswer(
  file: SourceFile,
): { ok: true; result: ReadSource } | { ok: false; problem: Problem } {
  const { text } = decode(file.bytes);
  const root = rootOf(file, text)?.local.toLowerCase();
  const isFeed = root === undefined ? /^[\s\ufeff]*[[{]/.test(text) : feedRoots.has(root);
  if (!isFeed) {
    const got = root === 'html' ? 'a web page' : 'something else';
    const message = `expected a feed, got ${got}`;
    const mend = 'give the address of its RSS, Atom or JSON feed';
    return { ok: false, problem: { code: 'not-a-feed', at: '', message, mend } };
  }
  let result: ReadSource;
  try {
    result = boundFeed(readFile(file), file.name);
  } catch (error) {
    // A defect of ours, but one feed that hits on it must not keep the others from going out.
    const message = `reading the feed failed (${error instanceof Error ? error.name : 'unknown'})`;
    const mend = 'tell the makers of Lede, with the feed';
    return { ok: false, problem: { code: 'unreadable-feed', at: '', message, mend } };
  }
  const whole = result.refused.find(({ ref }) => ref === file.name)?.problems[0];
  if (whole !== undefined && result.items.length === 0) return { ok: false, problem: whole };
  return { ok: true, result };
}
