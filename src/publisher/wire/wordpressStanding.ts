import { joinPath, type Problem } from '../../model/problem.ts';
import { field } from './field.ts';
import type { WireItem } from './wireItem.ts';

/** What WordPress says of an entry that decides whether readers may see it. */
interface Entry {
  type: string;
  status: string;
  published: string | undefined;
  isProtected: boolean;
  /** It has a title, a text and a page of its own on the site. */
  isPage?: boolean;
}

/** Who may see an entry; or why it is no story. */
export type WordpressStanding =
  | { problem: Problem }
  | {
      draft: boolean;
      embargo?: string;
      withheld?: NonNullable<WireItem['withheld']>;
      warnings: Problem[];
    };

/** Types that are stories wherever they are used; plugins keep orders, filled-in forms and mail as entries too. */
const stories =
  /^(?:post|page|articles?|news|news[-_]?(?:article|item|post|story)s?|stor(?:y|ies)|opinions?|interviews?|analys[ei]s)$/;
/** Types of WordPress itself that are none. */
const parts = /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|wp_.*)$/;
/** Words in the names of types that plugins keep as entries, of which none is news. */
const seldomStories =
  /(?:^|[-_\s])(?:product|variation|order|refund|coupon|customer|subscription|member|membership|donation|payment|invoice|form|wpcf7|flamingo|feedback|submission|entry|entries|inbound|contact|message|e?mail|newsletter|ticket|request|template|library|block|snippet|layout|header|footer|popup|widget|menu|slide|slider|banner|ad|ads|advert|log|field|redirect|topic|forum|reply|course|lesson|quiz)s?(?:[-_\s]|$)/;
const known = /^(?:publish|future|private|trash)$/;
const drafts = new Set(['draft', 'pending', 'auto-draft', 'inherit']);

/** Names by which problems call an entry's type and status. */
interface Names {
  type: string;
  status: string;
  /** Nobody can change what the source calls it. */
  isAnswer?: boolean;
}

/**
 * Whether an entry of WordPress may go out. Plugins add types and states of their own; a state that nobody has heard
 * of is not a permission. Papers name types of their own (`noticia`, `reportage`): one that has a page on the site is a
 * story, unless its name says what else it is.
 * @param at path of the entry
 */
export function wordpressStanding(entry: Entry, names: Names, at: string): WordpressStanding {
  const [type, status] = [entry.type.toLowerCase(), entry.status.toLowerCase()];
  if (!stories.test(type) && !isOwnStory(entry, type, status)) {
    const message = `expected a post, got an entry of type "${entry.type.slice(0, 40)}"`;
    const mend =
      parts.test(type) || names.isAnswer === true
        ? undefined
        : `if it is a story, write "post" as its ${names.type}`;
    const problem = { code: 'not-a-story', at: joinPath(at, names.type), message };
    return { problem: { ...problem, ...field('mend', mend) } };
  }
  if (entry.isProtected || status === 'private') {
    return { draft: false, withheld: 'protected', warnings: [] };
  }
  if (status === 'trash') return { draft: false, withheld: 'withheld', warnings: [] };
  if (status === 'future') {
    return { draft: false, embargo: entry.published ?? 'unknown', warnings: [] };
  }
  if (status === 'publish' || drafts.has(status)) {
    return { draft: status !== 'publish', warnings: [] };
  }
  const message = `expected the status "publish", got "${entry.status.slice(0, 40)}"; held back as a draft`;
  const mend = `write "publish" as its ${names.status} to let it out`;
  const problem = { code: 'unknown-status', at: joinPath(at, names.status), message, mend };
  return { draft: true, warnings: [problem] };
}

/** Whether a type that a site made is one of stories. */
function isOwnStory({ isPage = false }: Entry, type: string, status: string): boolean {
  const isKnown = known.test(status) || drafts.has(status);
  return isPage && isKnown && !parts.test(type) && !seldomStories.test(type);
}
