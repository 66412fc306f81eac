import type { Problem } from '../../model/problem.ts';
import { field } from './field.ts';
import type { WireItem } from './wireItem.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** Who may see an item. */
interface Standing {
  draft: boolean;
  embargo?: string;
  withheld?: NonNullable<WireItem['withheld']>;
  /** It is no story. */
  problem?: Problem;
}

/** The export of a WordPress site is RSS with everything in it: drafts, private and protected posts, menus, pictures. */
export function wordpressExport(item: XmlElement, published: string | undefined): Standing {
  const type = item.textOf('wp:post_type') ?? 'post';
  if (/^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|wp_.*)$/.test(type)) {
    const message = `expected a post, got an entry of type "${type.slice(0, 40)}"`;
    return { draft: false, problem: { code: 'not-a-story', at: 'wp:post_type', message } };
  }
  const status = item.textOf('wp:status') ?? 'publish';
  const isProtected = item.textOf('wp:post_password') !== undefined || status === 'private';
  return {
    draft: /^(?:draft|pending|auto-draft|inherit)$/.test(status),
    ...field('embargo', status === 'future' ? (published ?? 'unknown') : undefined),
    ...field(
      'withheld',
      isProtected ? ('protected' as const) : status === 'trash' ? ('withheld' as const) : undefined,
    ),
  };
}
