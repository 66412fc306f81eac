import type { Picture } from '../../../src/model/picture.ts';
import type { Story } from '../../../src/model/story.ts';
import type { Hosted } from '../../../src/publisher/press/hostFile.ts';
import { hostFiles } from '../../../src/publisher/press/hostFiles.ts';
import { config, laidOut, planned } from '../desk/copy.ts';

type Items = Parameters<typeof laidOut>[0];

export const url = 'https://example.org/news';

/** An edition of these items that knows its address on the web, ready for its host files. */
export interface Edition extends Hosted {
  stories: readonly Story[];
}

export function edition(items: Items, fields: Partial<typeof config> = {}): Edition {
  const more = { config: { ...config, url, ...fields } };
  const { stories, pointer } = laidOut(items, more).laidOut;
  return {
    ...planned(items, more).plan,
    stories,
    published: pointer.published,
    now: pointer.published.at,
  };
}

/** The text of one of the files for hosts, or undefined when there is none. */
export function textOf(laid: Edition, path: string): string | undefined {
  const file = hostFiles(laid).find((one) => one.path === path);
  const stories = file?.stories.flatMap((slug) => {
    const story = laid.stories.find((one) => one.slug === slug);
    return story?.kind === 'story' ? [story] : [];
  });
  return stories && file?.make(stories);
}

/** The file read back as strict XML. @throws when there is no such file or it is not well-formed */
export function xmlOf(laid: Edition, path: string): Document {
  const text = textOf(laid, path);
  if (text === undefined) throw new Error(`${path} was not made`);
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const error = document.querySelector('parsererror');
  if (error !== null) throw new Error(`${path}: ${error.textContent}`);
  return document;
}

/** The texts of all elements of a (prefixed) name, in order. */
export function texts(of: Document | Element, name: string): string[] {
  return [...of.getElementsByTagName(name)].map((element) => element.textContent ?? '');
}

export const moonPicture: Picture = {
  alt: 'The Moon over a harbour',
  caption: 'Seen from "Cádiz" & the bay',
  credit: 'A. Fotógrafa',
  width: 1200,
  height: 800,
  avif: [{ src: 'media/moon-1200.avif', width: 1200 }],
  jpeg: [
    { src: 'media/moon-400.jpg', width: 400 },
    { src: 'media/moon-1200.jpg', width: 1200 },
  ],
};
