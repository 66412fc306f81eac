import { expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';
import type { WireItem } from '../../../src/publisher/wire/wireItem.ts';

const address = 'https://g2.example.org/news/today.xml';
const picture = (guid: string, remotes: string, meta = ''): string =>
  `<newsItem guid="${guid}" version="1"><itemMeta><itemClass qcode="ninat:picture"/><pubStatus qcode="stat:usable"/>${meta}</itemMeta><contentSet>${remotes}</contentSet></newsItem>`;
const remote = (href: string): string =>
  `<remoteContent href="${href}" contenttype="image/jpeg" width="800"/>`;

/** The first story of a message that is fetched. */
function storyOf(links: readonly string[], body: string, pictures: readonly string[]): WireItem {
  const text = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
    <newsItem guid="urn:visit" version="1"><itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:usable"/>${links.map((guid) => `<link rel="irel:seeAlso" residref="${guid}"/>`).join('')}</itemMeta>
      <contentMeta><headline>The queen opens the bridge</headline></contentMeta>
      <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML></contentSet></newsItem>
    ${pictures.join('\n')}</itemSet></newsMessage>`;
  const [item] = readFile({ name: address, bytes: Buffer.from(text) }).items;
  if (item === undefined) throw new Error('expected a story');
  return item;
}

it('a relative address of a fetched message is one beside it', () => {
  const { picture: lead } = storyOf(['a'], '<p>It is red.</p>', [picture('a', remote('p/a.jpg'))]);
  expect(lead?.src).toBe('https://g2.example.org/news/p/a.jpg');
});
