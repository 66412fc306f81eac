import { lineOfText } from '../feeds/htmlWords.ts';
import type { XmlElement } from './xmlElement.ts';

const creativeCommons =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]{2,20})\/(\d\.\d)/i;

/** Rights as an item, its source or its feed words them. */
export function feedRights(holder: XmlElement | undefined): string | undefined {
  const words = lineOfText(
    holder?.textOf(
      'atom:rights',
      'atom:copyright',
      'dc:rights',
      'dcterms:rights',
      'copyright',
      'media:copyright',
    ) ?? '',
  );
  const licence = holder
    ?.all('cc:license', 'dcterms:license', 'media:license', 'atom:link')
    // RFC 4946: the licence of an entry or a feed.
    .filter((one) => one.name !== 'atom:link' || one.attribute('rel')?.toLowerCase() === 'license')
    .map((one) => licenceName(one.attribute('rdf:resource') ?? one.attribute('href') ?? one.text))
    .find((name) => name !== '');
  const lines = [words, licence ?? ''].filter((line) => line !== '');
  return lines.length === 0 ? undefined : lines.join(' · ').slice(0, 1000);
}

function licenceName(address: string): string {
  const [, kind = '', name = '', version = ''] = creativeCommons.exec(address) ?? [];
  if (name === '') return lineOfText(address);
  if (kind.toLowerCase() === 'licenses') return `CC ${name.toUpperCase()} ${version}`;
  return name.toLowerCase() === 'zero' ? `CC0 ${version}` : 'Public domain';
}
