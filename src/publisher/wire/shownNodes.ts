import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { wordCount } from '../../model/words.ts';
import { isCostly } from './boundHtml.ts';
import { EndTags } from './endTags.ts';
import { HeldParagraph } from './heldParagraph.ts';
import { attributesOf, htmlWords } from './htmlInlines.ts';
import { isDropped, isHidden } from './htmlTags.ts';
import { placeOf, wordsOf, type Context } from './markdownInlines.ts';
import { closeThemselves, OpenHtml } from './openHtml.ts';
import { halfTagIn } from './tagsIn.ts';
import { deepest } from './tidyInlines.ts';
import { remarkUnended, withoutUnended } from './unended.ts';

/**
 * The nodes of a text that are to be read, one after the other: an element that hides or drops what it holds does so
 * over blank lines, at which Markdown takes it apart. Each is to be converted before the next is asked for.
 */
export function* shownNodes(
  nodes: readonly RootContent[],
  context: Context,
): Generator<RootContent, void> {
  const html = new OpenHtml();
  const held = new HeldParagraph();
  let known: EndTags | undefined;
  const ends = (): EndTags => (known ??= new EndTags(nodes));
  const endsBehind = (tag: string, index: number): boolean => ends().isBehind(tag, index);
  let opening: RootContent | undefined;
  let lost = 0;
  for (const [index, written] of nodes.entries()) {
    const node = withoutHalfTag(written);
    const left = held.isOpen ? behindHeld(node, held, html, context) : node;
    if (held.isOpen) held.atMost(ends().freeBehind('p', index));
    const before = html.unread;
    const shown =
      left &&
      upToHeld(
        before === undefined
          ? closed(left, index)
          : behindUnread(left, html, context, endsBehind(before.tagName, index)),
        index,
      );
    if (before === undefined) lost = 0;
    else lost += lostWords(node) - (shown === undefined ? 0 : lostWords(shown));
    if (before !== undefined && html.unread !== before) tellLost(before.tagName);
    if (shown !== undefined) {
      context.leftOpen = undefined;
      context.endsBehind = (tag) => {
        return (isOfInlines(node) || node.type === 'html') && endsBehind(tag, index);
      };
      yield shown;
      opening = node;
    }
    const { leftOpen } = context;
    context.leftOpen = undefined;
    if (isOfInlines(node) && leftOpen !== undefined && endsBehind(leftOpen.tag, index)) {
      const open = Math.min(leftOpen.open, 100);
      if (leftOpen.tag === 'p') held.open(open);
      else html.read(`<${leftOpen.tag} hidden>`.repeat(open));
    }
    const { unread } = html;
    // One that shows something else is often left without an end; a browser then shows nothing of the story.
    if (unread?.tagName === 'p' && htmlWords(unread.childNodes).trim() === '') {
      remark('</p> behind <p hidden>, got none, and readers see what follows');
      html.forget();
    }
    if (unread === undefined || unread.tagName === 'p' || isToStay(unread, index)) continue;
    html.forget();
    tellLost(unread.tagName);
  }
  if (html.unread === undefined || lost === 0) return;
  const tag = html.unread.tagName.slice(0, 40);
  remark(
    `</${tag}> behind <${tag} hidden>, got the end, and the ${lost} words between are left out`,
  );

  /** A piece without a tag that does not end in it, which would take in what follows. */
  function withoutHalfTag(node: RootContent): RootContent {
    if (node.type !== 'html' || isRawText(html.unread)) return node;
    const half = halfTagIn(node.value);
    if (half === undefined) return node;
    const rest = node.value.slice(half);
    const beginning = /^<\/?[a-z0-9-]{0,40}/i.exec(rest)?.[0] ?? '<';
    const message = `expected ">" behind ${beginning}, got the end of the paragraph; what stands behind it is left out`;
    const mend = 'end the tag, and each value in it with the mark that it begins with';
    context.remarks.add({ code: 'dropped-html', message, mend, ...placeOf(node) });
    return { ...node, value: node.value.slice(0, half) };
  }

  /** A node with its elements closed that close themselves, or that nothing closes; it is read, too. */
  function closed(node: RootContent, index: number): RootContent {
    if (node.type !== 'html') return node;
    const { html: value, tags } = withoutUnended(closeThemselves(node.value), (name) =>
      endsBehind(name, index),
    );
    for (const name of tags) remarkUnended(name, context.remarks, placeOf(node));
    if (!isCostly(value, context)) html.read(value);
    return { ...node, value };
  }

  /** Whether what an open element holds behind a node is not to be read either. */
  function isToStay(element: Tree.Element, index: number): boolean {
    return isHidden(attributesOf(element)) || endsBehind(element.tagName, index);
  }

  /** A node up to the hidden paragraph in it that is held. */
  function upToHeld(node: RootContent | undefined, index: number): RootContent | undefined {
    if (node?.type !== 'html' || !/<p\s/i.test(node.value)) return node;
    const startTag = held.begin(node.value, ends().freeBehind('p', index));
    if (startTag === undefined) return node;
    const around = html.unreadBefore(node.value.length - startTag.start);
    if (around !== undefined && isToStay(around, index)) {
      held.open(0);
      return node;
    }
    html.forget();
    html.read(node.value.slice(startTag.end));
    return { ...node, value: node.value.slice(0, startTag.end) };
  }

  /** Nobody means words of the story to go with what shows something else. */
  function tellLost(tagName: string): void {
    const name = tagName.slice(0, 40);
    if (lost > 0 && isDropped(tagName)) {
      remark(`no words of the story within <${name}>, got ${lost}, which are left out`);
    }
    lost = 0;
  }

  function remark(expected: string): void {
    const message = `expected ${expected}`;
    const mend = 'write the end tag where readers are to read on';
    const place = opening === undefined ? undefined : placeOf(opening);
    context.remarks.add({ code: 'dropped-html', message, mend, ...place });
  }
}

/** What a script writes is no tag of the text. */
function isRawText(element: Tree.Element | undefined): boolean {
  return /^(?:script|style)$/.test(element?.tagName ?? '');
}

function lostWords(node: RootContent): number {
  const words = node.type === 'html' ? node.value.replace(/<[^<>]*>/g, ' ') : wordsOf(node);
  return wordCount(words, 'en');
}

/** What of a node stands behind the end of the paragraph that is held. What was opened in that may stay open. */
function behindHeld(
  node: RootContent,
  held: HeldParagraph,
  html: OpenHtml,
  context: Context,
): RootContent | undefined {
  const endIn = (piece: string): number | undefined => {
    const end = isRawText(html.unread) ? undefined : held.read(piece);
    if (!isCostly(piece, context)) html.read(piece.slice(0, end));
    context.htmlLeft -= piece.length;
    return end;
  };
  if (isOfInlines(node)) {
    return withRest(node, (piece) => endIn(closeThemselves(piece)) !== undefined);
  }
  if (node.type !== 'html') return undefined;
  const value = closeThemselves(node.value);
  const end = endIn(value);
  const rest = end === undefined ? '' : value.slice(end);
  return rest.trim() === '' ? undefined : { ...node, value: rest };
}

/**
 * What of a node stands behind the end of the unread element.
 * @param isEnded whether the element is ended behind the node
 */
function behindUnread(
  node: RootContent,
  html: OpenHtml,
  context: Context,
  isEnded: boolean,
): RootContent | undefined {
  if (node.type === 'html') {
    const value = closeThemselves(node.value);
    if (isCostly(value, context)) return undefined;
    context.htmlLeft -= value.length;
    const rest = html.read(value);
    return rest.trim() === '' ? undefined : { ...node, value: rest };
  }
  // A paragraph ends the one before and what is open in that, unless that was meant to go on.
  if (!isEnded || html.unread?.tagName === 'p') html.read('<p></p>');
  if (html.unread === undefined) return node;
  const isEnd = (piece: string): boolean => {
    html.read(closeThemselves(piece));
    return html.unread === undefined;
  };
  return isOfInlines(node) ? withRest(node, isEnd) : undefined;
}

/** A node with what stands behind the piece of HTML in it that is the end, which may be inside a mark. */
function withRest(
  node: Paragraph | Heading,
  isEnd: (piece: string) => boolean,
): RootContent | undefined {
  const rest = restOf(node.children, isEnd, 0);
  return rest === undefined || rest.length === 0 ? undefined : { ...node, children: rest };
}

function restOf(
  children: readonly PhrasingContent[],
  isEnd: (piece: string) => boolean,
  depth: number,
): PhrasingContent[] | undefined {
  for (const [index, child] of children.entries()) {
    if (child.type === 'html') {
      if (isEnd(child.value)) return children.slice(index + 1);
    } else if ('children' in child && depth < deepest) {
      const rest = restOf(child.children, isEnd, depth + 1);
      if (rest === undefined) continue;
      const kept = rest.length === 0 ? [] : [{ ...child, children: rest } as PhrasingContent];
      return [...kept, ...children.slice(index + 1)];
    }
  }
  return undefined;
}

function isOfInlines(node: RootContent): node is Paragraph | Heading {
  return node.type === 'paragraph' || node.type === 'heading';
}
