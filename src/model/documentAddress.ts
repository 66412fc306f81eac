import {
  archiveAddress,
  frontAddress,
  listPageAddress,
  pageAddress,
  storyAddress,
} from './address.ts';
import type { PageDocument } from './document.ts';

/** The address that a document belongs at: it says so itself, so that one in another's place is noticed. */
export function documentAddress(document: PageDocument): string {
  switch (document.schema) {
    case 'lede-front/1':
      return frontAddress;
    case 'lede-story/1':
      return storyAddress(document.slug);
    case 'lede-list/1':
      return document.page === undefined
        ? document.address
        : listPageAddress(document.address, document.page);
    case 'lede-archive/1':
      return archiveAddress;
    case 'lede-page/1':
      return pageAddress(document.slug);
    case 'lede-own/1':
      return pageAddress(document.page);
  }
}
