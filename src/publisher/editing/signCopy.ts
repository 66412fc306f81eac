import { bodyTexts } from '../../model/words.ts';
import { orderOf } from '../../model/time.ts';
import type { Copy, EditedItem } from '../desk/toCopy.ts';
import { toNamed } from '../desk/names.ts';
import { present } from '../desk/present.ts';
import type { Entry } from '../desk/related/entry.ts';
import { signatureOf } from '../desk/related/signature.ts';

const dayLength = 86_400_000;

/** What related/ is told of a story. */
export function signCopy(
  slug: string,
  item: Pick<EditedItem, 'people' | 'places' | 'tags'>,
  { draft }: Copy,
): Entry {
  const slugs = (names: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => toNamed(name, 't')?.slug ?? [])),
  ];
  const { headline, kicker, standfirst, published, body, language } = draft;
  return signatureOf({
    slug,
    ...{ headline, language },
    ...present({ kicker, standfirst }),
    body: bodyTexts(body),
    people: slugs(item.people),
    places: slugs(item.places),
    tags: slugs(item.tags),
    ...present({ at: published === undefined ? undefined : orderOf(published.at) / dayLength }),
  });
}
