import type { Site } from '../../../model/edition.ts';
import type { Correction, FullStory } from '../../../model/story.ts';
import { element, fragment, type Markup } from '../markup.ts';
import { bodyMarkup, pictureMarkup } from './bodyMarkup.ts';
import { linkMarkup } from './inlineMarkup.ts';

const words = { correction: 'Correction', source: 'Source' } as const;

/**
 * All of a story that a page shows and a feed has no field for: what kind of piece it is, its picture, body,
 * corrections, where it was taken over from and how machines took part.
 */
export function fullText(story: FullStory, site: Site, url: string): Markup {
  const { label, picture, body, corrections, source, disclosure, language, dir } = story;
  const text = fragment([
    label === undefined ? undefined : element('p', {}, element('strong', {}, label)),
    picture && pictureMarkup(picture, url),
    bodyMarkup(body, url),
    ...corrections.map(correctionMarkup),
    source === undefined
      ? undefined
      : element(
          'p',
          {},
          `${words.source}: `,
          source.url === undefined ? source.name : linkMarkup(source.url, source.name, url),
        ),
    disclosure === undefined ? undefined : element('p', {}, disclosure),
  ]);
  // A feed is in the edition's language; a story in another says so itself.
  if (language === site.language && dir === 'ltr') return text;
  return element('div', { lang: language, dir }, text);
}

function correctionMarkup({ at, text }: Correction): Markup {
  const when = at === undefined ? '' : ` (${at.date})`;
  return element('p', {}, element('strong', {}, `${words.correction}${when}:`), ` ${text}`);
}
