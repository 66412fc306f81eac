import type { PageDocument } from '../../model/document.ts';
import type { Site } from '../../model/edition.ts';
import { words } from '../ui/words.ts';

/** Title of a page for the tab, the history and screen readers: its own name first. */
export function pageTitle(site: Site, document: PageDocument | undefined): string {
  const name = document === undefined ? words.notFound.title : nameOf(document);
  return name === undefined ? site.name : `${name} · ${site.name}`;
}

/** A document's own name; the front page has none beside the publication's. */
function nameOf(document: PageDocument): string | undefined {
  switch (document.schema) {
    case 'lede-front/1':
      return undefined;
    case 'lede-list/1':
      return document.page === undefined
        ? document.title
        : words.titleOfListPage(document.title, document.page);
    case 'lede-archive/1':
      return words.archive;
    case 'lede-own/1':
      return words.own[document.page].name;
    case 'lede-page/1':
    case 'lede-story/1':
      return document.headline;
  }
}
