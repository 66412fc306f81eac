import type { Standing } from './feeds/feedItem.ts';
import { refuseFile, readFeed } from './feeds/readFeed.ts';
import { jsonOf } from './feeds/jsonFile.ts';
import { listOf, recordOf, textOf } from './feeds/jsonValue.ts';
import { collect, linkedDataOf, type LinkedData } from './feeds/linkedData.ts';
import { pageText } from './feeds/pageText.ts';
import { readStoryNode } from './schemaOrgItem.ts';
import { readPage } from './schemaOrgPage.ts';
import type { WireFormat } from './wireItem.ts';

const pageStart =
  /^\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,1000}-->\s*)*<(!doctype\s+html|html|head|body|article|main)\b/i;

/** schema.org's NewsArticle: in a saved HTML page, as linked data or as the page's own markup, and as a JSON-LD file. */
export const schemaOrg = {
  name: 'schema.org NewsArticle',
  decodes: true,
  recognise(file, text) {
    const isMarkdown = /\.(?:md|markdown)$/i.test(file.name);
    const start = pageStart.exec(text.slice(0, 4000))?.[1];
    if (start !== undefined) return /^(?:!doctype|html)/i.test(start) || !isMarkdown ? 1 : 0.3;
    if (/\.(?:x?html?)$/i.test(file.name) && /<[a-z!]/i.test(text.slice(0, 4000))) return 0.9;
    const value = jsonOf(file, text);
    const [first] = listOf(value).map(recordOf);
    return /schema\.org/.test(contextOf(first?.['@context'])) && collect(value).stories.length > 0
      ? 1
      : 0;
  },
  read(file, text) {
    const value = jsonOf(file, text);
    if (value !== undefined) return readData(file, collect(value));
    const page = pageText(file.bytes);
    const data = linkedDataOf(page.text);
    // What hosts answer in the place of a feed, saved under its name, is nobody's story.
    if (data.stories.length === 0 && /\.(?:xml|rss|atom|json)$/i.test(file.name)) {
      const mend = 'fetch it again; a web page that is meant is to be called .html';
      return refuseFile(file, 'not-a-feed', 'expected what the name says, got a web page', mend);
    }
    const result = readFeed(file, [page.text], undefined, (_, standing) =>
      readPage(page.text, data, standing),
    );
    const warnings = page.warnings.map((problem) => ({ ref: file.name, problem }));
    return { ...result, warnings: [...warnings, ...result.warnings] };
  },
} as const satisfies WireFormat;

function readData(file: Standing['file'], data: LinkedData): ReturnType<typeof readFeed> {
  if (data.stories.length === 0)
    return refuseFile(file, 'no-story', 'expected a schema.org article, got none');
  const [only] = data.stories;
  return data.stories.length === 1
    ? readFeed(file, [only], undefined, (node) => readStoryNode(recordOf(node) ?? {}, data))
    : readFeed(file, data.stories, '', (node) => readStoryNode(recordOf(node) ?? {}, data));
}

function contextOf(context: unknown): string {
  return listOf(context)
    .map((one) => textOf(one) ?? textOf(recordOf(one)?.['@vocab']) ?? '')
    .join(' ');
}
