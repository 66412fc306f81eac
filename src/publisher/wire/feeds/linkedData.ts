import { endOfElement, endOfTag } from './htmlWords.ts';
import { listOf, recordOf, textOf, type JsonRecord } from './jsonValue.ts';
import { findBeyond } from '../jsonBounds.ts';

/** Values looked at in the linked data of one page. */
const mostValues = 100_000;
const storyTypes =
  /^(?:https?:\/\/schema\.org\/|schema:)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|AdvertiserContentArticle|SatiricalArticle|TechArticle|ScholarlyArticle|SocialMediaPosting)$/;

/** The schema.org stories of a document, and everything in it that is named by an `@id`. */
export interface LinkedData {
  stories: JsonRecord[];
  byId: ReadonlyMap<string, JsonRecord>;
}

/** Linked data out of a page's `<script type="application/ld+json">`; a script that cannot be read is passed over. */
export function linkedDataOf(html: string): LinkedData {
  const values: unknown[] = [];
  const opening = /<script\b/gi;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const start = endOfTag(html, match.index);
    if (start === -1) break;
    const end = endOfElement(html, 'script', start);
    if (
      /type\s*=\s*["']?application\/ld\+json/i.test(html.slice(match.index, start).slice(0, 2000))
    ) {
      values.push(parseLoose(html.slice(start, end)));
    }
    opening.lastIndex = end;
  }
  return collect(values);
}

/** Stories inside any value: a list, a `@graph`, what a page or a list has for its main entity. */
export function collect(value: unknown): LinkedData {
  const stories: JsonRecord[] = [];
  const byId = new Map<string, JsonRecord>();
  const waiting: { value: unknown; isPart: boolean }[] = [{ value, isPart: false }];
  for (let count = 0; count < mostValues; count += 1) {
    const next = waiting.pop();
    if (next === undefined) break;
    if (Array.isArray(next.value)) {
      const list = next.value as unknown[];
      waiting.push(
        ...list
          .slice(0, mostValues)
          .toReversed()
          .map((one) => ({ ...next, value: one })),
      );
      continue;
    }
    const record = recordOf(next.value);
    if (record === undefined) continue;
    const id = textOf(record['@id']);
    // A mere reference has nothing but its @id.
    if (id !== undefined && Object.keys(record).length > 1 && !byId.has(id)) byId.set(id, record);
    const isStory = typesOf(record).some((type) => storyTypes.test(type));
    // A story inside a story is one it cites, or an update of a live page.
    if (isStory && !next.isPart) stories.push(record);
    for (const [name, inner] of Object.entries(record).toReversed()) {
      const isRead = inner !== null && typeof inner === 'object' && name !== '@context';
      if (isRead) waiting.push({ value: inner, isPart: next.isPart || isStory });
    }
  }
  return { stories, byId };
}

/** Types of a node, as written. */
export function typesOf(node: JsonRecord): string[] {
  return listOf(node['@type']).flatMap((type) => textOf(type) ?? []);
}

// Pages put comments around their data, line breaks into its texts and semicolons behind it.
function parseLoose(written: string): unknown {
  const start = /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)?/.exec(written)?.[0].length ?? 0;
  const bare = written.slice(start, endOfData(written));
  if (findBeyond(bare) !== undefined) return undefined;
  // oxlint-disable-next-line no-control-regex -- these are what breaks it
  const onOneLine = bare.replace(/[\u0000-\u001f]+/g, ' ');
  for (const text of [bare, onOneLine, onOneLine.replace(/,(?= {0,100}[\]}])/g, '')]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // the next, more patient one
    }
  }
  return undefined;
}

/** Offset behind the last bracket that is not that of a closing comment. */
function endOfData(written: string): number {
  let end = written.length;
  while (end > 0) {
    const tail = /(?:-->|\/\/ ?\]\]>|\]\]>|[\s;])$/.exec(
      written.slice(Math.max(0, end - 6), end),
    )?.[0];
    if (tail === undefined) break;
    end -= tail.length;
  }
  return end;
}
