import type { Paragraph, Heading, RootContent } from 'mdast';
import { wordCount } from '../../model/words.ts';
import { isCostly } from './boundHtml.ts';
import { attributesOf } from './htmlInlines.ts';
import { isHidden } from './htmlTags.ts';
import { placeOf, wordsOf, type Context } from './markdownInlines.ts';
import { closeThemselves, OpenHtml } from './openHtml.ts';

/**
 * The nodes of a text that are to be read, one after the other: an element that hides or drops what it holds does so
 * over blank lines, at which Markdown takes it apart. Each is to be converted before the next is asked for.
 */
export function* shownNodes(
  nodes: readonly RootContent[],
  context: Context,
): Generator<RootContent, void> {
  const html = new OpenHtml();
  const missing = new Set<string>();
  let opening: RootContent | undefined;
  let lost = 0;
  for (const [index, node] of nodes.entries()) {
    const wasUnread = html.unread !== undefined;
    const shown = wasUnread ? behindUnread(node, html, context) : closed(node, html, context);
    if (html.unread !== undefined && wasUnread) lost += wordCount(wordsOf(node), 'en');
    if (shown !== undefined) {
      context.leftOpen = undefined;
      yield shown;
      opening = node;
      lost = 0;
    }
    const { leftOpen } = context;
    context.leftOpen = undefined;
    if (isOfInlines(node) && leftOpen !== undefined && endsLater(leftOpen.tag, index)) {
      html.read(`<${leftOpen.tag} hidden>`.repeat(Math.min(leftOpen.open, 100)));
    }
    const { unread } = html;
    // One that shows something else is often left without an end; a browser then shows nothing of the story.
    if (unread === undefined || unread.tagName === 'p' || isHidden(attributesOf(unread))) continue;
    if (!endsLater(unread.tagName, index)) html.forget();
  }
  if (html.unread === undefined || lost === 0) return;
  const { tagName: tag } = html.unread;
  context.remarks.add({
    code: 'dropped-html',
    message: `expected </${tag.slice(0, 40)}> behind <${tag.slice(0, 40)} hidden>, got the end, and the ${lost} words between are left out`,
    mend: 'write the end tag where readers are to read on',
    ...(opening === undefined ? undefined : placeOf(opening)),
  });

  function endsLater(name: string, after: number): boolean {
    if (missing.has(name)) return false;
    const end = new RegExp(`</${name}(?![a-z0-9-])`, 'i');
    for (let at = after + 1; at < nodes.length; at += 1) {
      if (htmlOf(nodes[at]).some((piece) => end.test(piece))) return true;
    }
    missing.add(name);
    return false;
  }
}

/** A node with its elements that close themselves closed; it is read, too. */
function closed(node: RootContent, html: OpenHtml, context: Context): RootContent {
  if (node.type !== 'html') return node;
  const value = closeThemselves(node.value);
  if (!isCostly(value, context)) html.read(value);
  return { ...node, value };
}

/** What of a node stands behind the end of the unread element. */
function behindUnread(
  node: RootContent,
  html: OpenHtml,
  context: Context,
): RootContent | undefined {
  if (node.type === 'html') {
    const value = closeThemselves(node.value);
    if (isCostly(value, context)) return undefined;
    context.htmlLeft -= value.length;
    const rest = html.read(value);
    return rest.trim() === '' ? undefined : { ...node, value: rest };
  }
  html.read('<p></p>');
  if (html.unread === undefined) return node;
  const children = isOfInlines(node) ? node.children : [];
  const end = children.findIndex((child) => {
    if (child.type === 'html') html.read(child.value);
    return html.unread === undefined;
  });
  const rest = end === -1 ? [] : children.slice(end + 1);
  return isOfInlines(node) && rest.length > 0 ? { ...node, children: rest } : undefined;
}

function isOfInlines(node: RootContent): node is Paragraph | Heading {
  return node.type === 'paragraph' || node.type === 'heading';
}

function htmlOf(node: RootContent | undefined): string[] {
  if (node?.type === 'html') return [node.value];
  if (node === undefined || !isOfInlines(node)) return [];
  return node.children.flatMap((child) => (child.type === 'html' ? [child.value] : []));
}
