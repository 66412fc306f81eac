import type { SourcePicture, WireItem } from '../wire/wireItem.ts';
import { present } from './present.ts';
import { hashOf } from './version.ts';

type Noted =
  | ('ref' | 'file' | 'id' | 'givenSlug' | 'fileSlug' | 'headline' | 'section' | 'related')
  | ('published' | 'updated' | 'draft' | 'embargo' | 'expires' | 'withheld' | 'notice')
  | ('revision' | 'canonical' | 'label');

/** What the desk has to know of an item to place it, while its copy, most of its bytes, lies elsewhere. */
export interface Slip extends Pick<WireItem, Noted> {
  /** 16 hex of the whole item but its ref: two of one are alike in everything. */
  copy: string;
  /** All pictures that it names; absent when there are none. */
  pictures?: SourcePicture[];
}

/**
 * Notes of an item what the desk has to know.
 * @param text the item as JSON
 * @param pictures its own and those of its body
 */
export function slipOf(item: WireItem, text: string, pictures: SourcePicture[]): Slip {
  const { ref, file, id, headline, related, draft } = item;
  const { givenSlug, fileSlug, section, published, updated } = item;
  const { embargo, expires, withheld, notice, revision, canonical, label } = item;
  return {
    ...{ ref, file, id, headline, related, draft, copy: hashOf(text, 16) },
    ...present({ givenSlug, fileSlug, section, published, updated }),
    ...present({ embargo, expires, withheld, notice, revision, canonical, label }),
    ...(pictures.length === 0 ? {} : { pictures }),
  };
}
