import type { Head } from './readHead.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^https?:\/\/[^\s/]+(?:\/\S*)?$/.test(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
/** A day, or a moment with its offset; a moment without one is some other moment in each reader's zone. */
const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/.test(value) &&
  !Number.isNaN(Date.parse(value));

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * What is wrong with a NewsArticle, a line each. Sources: https://schema.org/NewsArticle;
 * Google Search Central, "Article structured data" (recommended properties, image of 1,200 pixels, dates with zone)
 */
export function complaintsOfArticle(text: string): string[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return ['is not JSON'];
  }
  if (!isRecord(data)) return ['is not an object'];
  const article = data;
  const wrong: string[] = [];
  const check = (isRight: boolean, sentence: string): void => {
    if (!isRight) wrong.push(sentence);
  };
  check(article['@context'] === 'https://schema.org', '@context is not https://schema.org');
  check(
    ['NewsArticle', 'AdvertiserContentArticle'].includes(String(article['@type'])),
    '@type is no kind of article',
  );
  check(isText(article['headline']), 'headline is missing');
  check(
    /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(String(article['inLanguage'])),
    'inLanguage is no tag',
  );
  for (const name of ['datePublished', 'dateModified']) {
    if (name in article) check(isDate(article[name]), `${name} has a time without a zone`);
  }
  for (const author of list(article['author'])) {
    check(isRecord(author) && isText(author['name']), 'an author has no name');
    check(
      isRecord(author) &&
        /^(Person|Organization|NewsMediaOrganization)$/.test(String(author['@type'])),
      'an author is neither a person nor an organization',
    );
    if (isRecord(author) && 'url' in author)
      check(isAddress(author['url']), 'an author has no whole address');
    if (isRecord(author)) check(!/^by\s/i.test(String(author['name'])), 'an author is called By');
  }
  const { publisher } = article;
  check(isRecord(publisher) && isText(publisher['name']), 'the publisher has no name');
  if ('mainEntityOfPage' in article) {
    const page = article['mainEntityOfPage'];
    check(isRecord(page) && isAddress(page['@id']), 'mainEntityOfPage has no whole address');
  }
  if ('image' in article) {
    for (const image of list(article['image'])) {
      check(isRecord(image) && isAddress(image['url']), 'an image has no whole address');
      const pixels = isRecord(image) ? Number(image['width']) * Number(image['height']) : 0;
      check(pixels > 0, 'an image has no size');
    }
  }
  if ('correction' in article) {
    for (const correction of list(article['correction'])) {
      check(
        isRecord(correction) &&
          correction['@type'] === 'CorrectionComment' &&
          isText(correction['text']),
        'a correction says nothing',
      );
      if (isRecord(correction) && 'datePublished' in correction) {
        check(isDate(correction['datePublished']), 'a correction has a time without a zone');
      }
    }
  }
  return wrong;
}

/** What is wrong with the Open Graph of a page. Source: https://ogp.me */
export function complaintsOfOpenGraph({ metas }: Head): string[] {
  const one = (name: string): string | undefined => metas.get(name)?.[0];
  const wrong: string[] = [];
  for (const name of ['og:title', 'og:type', 'og:image', 'og:url']) {
    if (!isText(one(name))) wrong.push(`${name} is required`);
    if ((metas.get(name)?.length ?? 0) > 1) wrong.push(`${name} stands twice`);
  }
  for (const name of ['og:image', 'og:url']) {
    if (metas.has(name) && !isAddress(one(name))) wrong.push(`${name} is no whole address`);
  }
  for (const name of ['og:image:width', 'og:image:height']) {
    if (metas.has(name) && !/^[1-9]\d*$/.test(String(one(name))))
      wrong.push(`${name} is no number`);
  }
  if (metas.has('og:locale') && !/^[a-z]{2,3}_[A-Z]{2}$/.test(String(one('og:locale')))) {
    wrong.push('og:locale is not language_TERRITORY');
  }
  for (const name of ['article:published_time', 'article:modified_time']) {
    if (metas.has(name) && !isDate(one(name))) wrong.push(`${name} is no ISO 8601 with a zone`);
  }
  return wrong;
}

/** What is wrong with the card for X and whoever reads the same. Source: X developer documentation, "Cards markup" */
export function complaintsOfCard({ metas }: Head): string[] {
  const wrong: string[] = [];
  const card = metas.get('twitter:card')?.[0];
  if (card !== 'summary' && card !== 'summary_large_image')
    wrong.push('twitter:card is no known card');
  // Everything else falls back on Open Graph.
  if (!metas.has('twitter:title') && !metas.has('og:title')) wrong.push('the card has no title');
  if (card === 'summary_large_image' && !metas.has('og:image'))
    wrong.push('a large card has no picture');
  if (metas.has('og:image') && !metas.has('og:image:alt') && card === 'summary_large_image') {
    wrong.push('the picture of the card has no words');
  }
  return wrong;
}

/** What is wrong for those who find the page. Source: Google Search Central, canonical, description, robots meta tag */
export function complaintsOfFinding({ metas, canonical, strays }: Head): string[] {
  const wrong: string[] = [];
  if (canonical.length !== 1) wrong.push(`${canonical.length} canonical addresses`);
  if (!canonical.every(isAddress)) wrong.push('the canonical address is not whole');
  if (!isText(metas.get('description')?.[0])) wrong.push('there is no description');
  if (!/max-image-preview:large/.test(metas.get('robots')?.[0] ?? '')) {
    wrong.push('pictures may not be shown large');
  }
  if (strays.length > 0) wrong.push(`the head ends at ${strays[0]}`);
  return wrong;
}
