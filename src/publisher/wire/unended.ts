import type { Html, Nodes, PhrasingContent } from 'mdast';
import type { Place } from './finding.ts';
import type { Remarks } from './remarks.ts';

/**
 * Elements that people write about, and forget to end. What the others hold is code or not to be seen, whether it ends
 * or not.
 */
const spoken = new Set([
  ...['title', 'textarea', 'select', 'video', 'audio', 'canvas', 'object', 'iframe', 'svg'],
  ...['applet', 'noembed', 'noframes'],
]);
const markup =
  /<!--[^]*?(?:-->|$)|<(script|style|template|noscript|dialog)\b[^]*?(?:<\/\1|$)|<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])[^<>]*>/gi;
const hiding = /\s(?:hidden|style)\b/i;

/** Tags among the words of a text that would take what follows with them, though nothing ends their elements there. */
export function unendedIn(nodes: readonly PhrasingContent[]): ReadonlySet<Nodes> {
  const tags: Html[] = [];
  const waiting: Nodes[] = nodes.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'html') tags.push(next);
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return new Set(unended(tags, ({ value }) => /^<(\/?)([a-z][a-z0-9-]*)/i.exec(value)?.slice(1)));
}

/**
 * HTML between paragraphs without such tags, where words follow them.
 * @param endsBehind whether what follows the HTML ends an element of a name
 */
export function withoutUnended(
  html: string,
  endsBehind: (tag: string) => boolean,
): { html: string; tags: readonly string[] } {
  let from = 0;
  let lastWord = -1;
  const found: RegExpExecArray[] = [];
  for (const match of html.matchAll(markup)) {
    if (html.slice(from, match.index).trim() !== '') lastWord = match.index;
    from = match.index + match[0].length;
    if (spoken.has((match[3] ?? '').toLowerCase())) found.push(match);
  }
  if (html.slice(from).trim() !== '') lastWord = html.length;
  const lone = unended(found, (match) => match.slice(2)).filter(
    ({ 0: tag, 3: name = '', index }) => {
      return index < lastWord && !hiding.test(tag) && !endsBehind(name.toLowerCase());
    },
  );
  const kept: string[] = [];
  from = 0;
  for (const { 0: tag, index } of lone) {
    kept.push(html.slice(from, index));
    from = index + tag.length;
  }
  const tags = lone.map(({ 3: name = '' }) => name.toLowerCase());
  return { html: [...kept, html.slice(from)].join(''), tags };
}

export function remarkUnended(tag: string, remarks: Remarks, place?: Place): void {
  const message = `expected </${tag}> behind <${tag}>, got none; only the tag is left out`;
  const mend = `write \`<${tag}>\` between backticks when readers are to see it`;
  remarks.add({ code: 'dropped-html', message, mend, ...place });
}

export function remarkEndless(tag: string, lost: number, remarks: Remarks, place?: Place): void {
  const message = `expected </${tag}> behind <${tag}>, got none, and the ${lost} words behind it are left out`;
  const mend = `end the element, or write \`<${tag}>\` between backticks when readers are to see it`;
  remarks.add({ code: 'dropped-html', message, mend, ...place });
}

/** Start tags, in their order, that no end tag behind them is left for. */
function unended<Tag>(tags: readonly Tag[], read: (tag: Tag) => string[] | undefined): Tag[] {
  const free = new Map<string, number>();
  const found: Tag[] = [];
  for (const tag of tags.toReversed()) {
    const [slash, written = ''] = read(tag) ?? [];
    const name = written.toLowerCase();
    if (!spoken.has(name)) continue;
    const ends = free.get(name) ?? 0;
    if (slash === '/') free.set(name, ends + 1);
    else if (ends > 0) free.set(name, ends - 1);
    else found.push(tag);
  }
  return found.toReversed();
}
