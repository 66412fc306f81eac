import { lineOfText } from '../feeds/htmlWords.ts';
import type { XmlElement } from './xmlElement.ts';

const creativeCommons =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]{2,20})\/(\d\.\d)/i;

/** Rights as the first of these elements that says any words them: an item's own before those of its feed. */
export function feedRights(...holders: readonly (XmlElement | undefined)[]): string | undefined {
  for (const holder of holders) {
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
      .filter(
        (one) => one.name !== 'atom:link' || one.attribute('rel')?.toLowerCase() === 'license',
      )
      .map((one) => licenceName(one.attribute('rdf:resource') ?? one.attribute('href') ?? one.text))
      .find((name) => name !== '');
    const lines = [words, licence ?? ''].filter((line) => line !== '');
    if (lines.length > 0) return lines.join(' · ').slice(0, 1000);
  }
  return undefined;
}

function licenceName(address: string): string {
  const [, kind = '', name = '', version = ''] = creativeCommons.exec(address) ?? [];
  if (name === '') return lineOfText(address);
  if (kind.toLowerCase() === 'licenses') return `CC ${name.toUpperCase()} ${version}`;
  return name.toLowerCase() === 'zero' ? `CC0 ${version}` : 'Public domain';
}
