import {
  archiveAddress,
  fileOf,
  frontAddress,
  ownPageAddress,
  pageAddress,
  pointerAddress,
  storyAddress,
} from '../../model/address.ts';
import type { PageDocument } from '../../model/document.ts';
import { ownPages, type OwnThings } from '../../model/edition.ts';
import type { LaidOut } from '../desk/laidOut.ts';
import { seal, unsealed } from '../desk/version.ts';
import type { HostFile } from './hostFile.ts';
import { hostFiles } from './hostFiles.ts';

/** The pages with the reader's own things hold nothing of the edition's, so they are the same in each. */
const ownThings = ownPages.map((page): OwnThings =>
  seal({ schema: 'lede-own/1', kind: 'own', version: unsealed, page }),
);

/** Turns one page into the whole text of its HTML file; no document: the page for unknown addresses. */
export type RenderPage = (page: { address: string; document?: PageDocument }) => string;

/**
 * The pages, data, feeds and sitemaps of an edition in the order they have to be written: what is linked to first, what links later,
 * the pointer last, so no reader ever meets a link whose story is not there yet.
 */
export function editionFiles(laidOut: LaidOut, render: RenderPage): HostFile[] {
  const leaves: [string, PageDocument][] = [
    ...laidOut.stories.map((story): [string, PageDocument] => [storyAddress(story.slug), story]),
    ...laidOut.pages.map((page): [string, PageDocument] => [pageAddress(page.slug), page]),
  ];
  const lists: [string, PageDocument][] = [
    ...laidOut.lists.map(({ pageAddress: address, list }): [string, PageDocument] => [
      address,
      list,
    ]),
    [archiveAddress, laidOut.months],
    ...ownThings.map((own): [string, PageDocument] => [ownPageAddress(own.page), own]),
  ];
  const pages = [...leaves, ...lists];
  return [
    ...pages.flatMap(([address, document]) => pageFiles(address, document, render)),
    { path: fileOf('/404', 'html'), make: () => render({ address: '/404' }) },
    ...hostFiles(laidOut),
    ...pageFiles(frontAddress, laidOut.front, render),
    { path: pointerAddress.slice(1), make: () => JSON.stringify(laidOut.pointer) },
  ];
}

function pageFiles(address: string, document: PageDocument, render: RenderPage): HostFile[] {
  return [
    { path: fileOf(address, 'json'), make: () => JSON.stringify(document) },
    { path: fileOf(address, 'html'), make: () => render({ address, document }) },
  ];
}

/** All files under media/ that an edition shows. */
export function mediaOf(laidOut: LaidOut): string[] {
  const { site, stories, pages } = laidOut;
  const named = new Set(site.icon === undefined ? [] : [site.icon]);
  for (const document of [...stories, ...pages]) {
    for (const path of mediaIn(JSON.stringify(document))) named.add(path);
  }
  return [...named];
}

/** The media files that a published document's text names. */
export function mediaIn(text: string): string[] {
  return [...text.matchAll(/"src":"(media\/[a-z0-9.-]+)"/g)].flatMap(([, path]) => path ?? []);
}
