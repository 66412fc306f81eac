import { basename } from 'node:path';

/** The `lede.json` of a stand's edition: its name, sections and lead. */
export function toConfig({ title, lead }, stories) {
  return {
    name: title,
    // Where it is read does not matter, but an edition that knows its address has feeds and cards.
    url: 'https://example.org',
    language: 'en',
    sections: [...new Set(stories.map(({ section }) => section))],
    lead: toSlug(lead.slug),
  };
}

/** A story of the stand as an article: the same words, in typed blocks where Markdown would only be guessed. */
export function toArticle(story) {
  const { headline, standfirst, section, byline, dateline, published, image } = story;
  return {
    ...{
      slug: toSlug(story.slug),
      headline,
      standfirst,
      section,
      byline: `By ${byline}`,
      dateline,
      published,
    },
    ...(image && { picture: toPicture(image) }),
    body: story.body.map(toBlock),
    related: story.related.map(({ slug }) => ({ slug: toSlug(slug) })),
  };
}

/** Addresses are the stand's own, but for the few that are longer than a slug may be. */
export function toSlug(slug) {
  return slug.slice(0, 80).replace(/-+$/, '');
}

function toPicture({ src, alt, caption }) {
  return { src: `pictures/${basename(src)}`, alt, caption };
}

function toBlock({ t: type, text, by, items }) {
  switch (type) {
    case 'p':
      return markdown(text);
    case 'h2':
      return { type: 'heading', text: markdown(text), level: 2 };
    case 'quote':
      return { type: 'quote', text: markdown(text), cite: markdown(by) };
    case 'ul':
      return { type: 'list', items: items.map(markdown) };
    default:
      throw new Error(`no block is known by the name ${type}`);
  }
}

/** Plain text as Markdown that says the same. */
function markdown(text) {
  return text
    .replace(/[\\`*_{}[\]()<>#+\-!|~&]/g, (character) => `\\${character}`)
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
