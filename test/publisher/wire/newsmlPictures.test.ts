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

it('a text shows no picture that one of many items under its address holds', () => {
  const body = '<p>It is red.</p><img src="a.jpg"/>';
  const many = (meta: (index: number) => string): string[] =>
    Array.from({ length: 40 }, (_, index) => picture(`${index}`, remote('a.jpg'), meta(index)));
  const held = '<pubStatus qcode="stat:withheld"/>';
  const last = picture('last', remote('a.jpg')).replace('<pubStatus qcode="stat:usable"/>', held);
  expect(storyOf([], body, [...many(() => ''), last]).body).toHaveLength(1);
  // Nobody looks at them all, so none is shown.
  const dated = many((index) => `<embargoed>20${10 + index}-01-01T00:00:00Z</embargoed>`);
  expect(storyOf([], body, dated).body).toHaveLength(1);
  expect(
    storyOf(
      [],
      body,
      many(() => ''),
    ).body,
  ).toHaveLength(2);
});

it('the newest version of a picture is heard, also where versions are written as v2', () => {
  const older = picture('a', remote('p/a.jpg'));
  const held = older.replace('version="1"', 'version="v2"').replace('stat:usable', 'stat:withheld');
  expect(storyOf(['a'], '<p>It is red.</p>', [held, older]).picture).toBeUndefined();
  expect(storyOf(['a'], '<p>It is red.</p>', [older]).picture).toBeDefined();
});
