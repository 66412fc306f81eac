import type { Site } from '../../model/edition.ts';
import { createRenderer } from '../../reader/app/prerender.tsx';
import type { RenderPage } from './printing.ts';
import type { ReaderBuild } from './assets.ts';
import { pageCard } from './cards/pageCard.ts';

/** The one place where the publisher meets the reader: pages are rendered by the reader's own route table. */
export function createPageRenderer(site: Site, build: ReaderBuild): RenderPage {
  const render = createRenderer(site, build);
  return (page) => {
    try {
      return render({ ...page, card: (title) => pageCard(site, { ...page, title }).toString() });
    } catch (cause) {
      throw new Error(`the page ${page.address} could not be made`, { cause });
    }
  };
}
