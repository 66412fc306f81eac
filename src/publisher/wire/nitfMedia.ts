import type { Html } from './xml/htmlNodes.ts';
import { XmlElement, type XmlNode } from './xml/xmlElement.ts';

/** Widest picture asked for, in pixels. */
const widest = 4000;

/** A `media` element as an HTML figure: its best reference, its caption and who made it. */
export function nitfFigure(media: XmlElement): Html {
  const references = media
    .all('nitf:media-reference')
    .toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const [best, ...others] = references;
  const type = media.attribute('media-type') ?? '';
  const kind =
    /^(?:audio|video)/i
      .exec(`${type} ${best?.attribute('mime-type') ?? ''}`.trim())?.[0]
      .toLowerCase() ?? 'img';
  const captions = media.all('nitf:media-caption');
  const caption = captions.flatMap(({ children }): XmlNode[] => [...children, ' ']);
  const producers = media.all('nitf:media-producer');
  const src = best?.attribute('source') ?? best?.attribute('data-location') ?? '';
  const alt = best?.attribute('alternate-text');
  const title = best?.attribute('name') ?? captions[0]?.text ?? '';
  // It may be another of its addresses that is said to be held; without widths none of them is taken for this one.
  const beside = others.flatMap((one) => one.attribute('source') ?? []).join(' , ');
  const picture = {
    src,
    ...(alt === undefined ? {} : { alt }),
    ...(beside === '' ? {} : { 'data-srcset': beside }),
  };
  const shown = src === '' ? [] : [make(kind, kind === 'img' ? picture : { src, title })];
  return {
    tag: 'figure',
    attributes: {},
    children: [
      ...shown,
      ...(captions.length === 0 ? [] : [make('figcaption', {}, caption)]),
      ...producers.map((one) =>
        make('figcaption', {}, [make('span', { class: 'credit' }, one.children)]),
      ),
    ],
  };
}

function sizeOf(reference: XmlElement): number {
  const width = Number(reference.attribute('width')) || 1;
  return width > widest ? 0.5 : width;
}

function make(
  local: string,
  attributes: Record<string, string>,
  children: XmlNode[] = [],
): XmlElement {
  return new XmlElement({
    name: `xhtml:${local}`,
    local,
    attributes: new Map(Object.entries(attributes)),
    children,
  });
}
