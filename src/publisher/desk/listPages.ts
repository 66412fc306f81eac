import { listPageAddress } from '../../model/address.ts';
import type { List } from '../../model/edition.ts';
import type { Filed } from './filed.ts';
import { keyOf } from './mark.ts';
import type { PlannedList } from './plan.ts';
import { present } from './present.ts';
import { seal, unsealed } from './version.ts';

const pageSize = 20;

/** A list, its pages not told apart yet. */
export interface Group {
  kind: List['kind'];
  address: string;
  title: string;
  /** Oldest first. */
  stories: Filed[];
  /** A story of it is new, or not what it was in the edition that is out. */
  hasNews: boolean;
}

/**
 * Pages are numbered from the oldest and only full ones have a number, so that they never change. The newest page, at
 * the list's own address, shows what has not filled a page yet and, before it, the last full page.
 */
export function toListPages(group: Group): PlannedList[] {
  const full = Math.floor(group.stories.length / pageSize);
  const newest = new ListPage(group, undefined, undefined);
  // Without news a list can only have lost stories, and its newest page counts them.
  const asBeforeIf = group.hasNews ? undefined : newest;
  const pages: PlannedList[] = [];
  for (let page = 1; page <= full; page += 1) pages.push(new ListPage(group, page, asBeforeIf));
  return [...pages, newest];
}

/** A class, since an archive has tens of thousands of them and wants the key of a few. */
class ListPage implements PlannedList {
  readonly asBeforeIf?: PlannedList;
  private readonly group: Group;
  /** Absent for the newest page. */
  private readonly page: number | undefined;

  constructor(group: Group, page: number | undefined, asBeforeIf: PlannedList | undefined) {
    this.group = group;
    this.page = page;
    if (asBeforeIf !== undefined) this.asBeforeIf = asBeforeIf;
  }

  get kind(): List['kind'] {
    return this.group.kind;
  }

  get title(): string {
    return this.group.title;
  }

  get isNewest(): boolean {
    return this.page === undefined;
  }

  get address(): string {
    const { address } = this.group;
    return this.page === undefined ? address : listPageAddress(address, this.page);
  }

  get key(): string {
    const { kind, address, title, stories } = this.group;
    const { older, newer } = this.neighbours();
    const marks = [this.page ?? -1, this.page === undefined ? stories.length : -1];
    const { from, to } = this.span();
    for (let story = to - 1; story >= from; story -= 1) marks.push(stories[story]?.mark ?? -1);
    return keyOf([kind, address, title, older, newer], marks);
  }

  make(): List {
    const { kind, address, title, stories } = this.group;
    const { from, to } = this.span();
    const trails = stories
      .slice(from, to)
      .toReversed()
      .map(({ trail }) => trail);
    const counted = this.page === undefined ? { stories: stories.length } : { page: this.page };
    return seal({
      ...{ schema: 'lede-list/1', kind, version: unsealed, address, title },
      ...{ ...counted, trails },
      ...present(this.neighbours()),
    });
  }

  /** How many pages are full. */
  private full(): number {
    return Math.floor(this.group.stories.length / pageSize);
  }

  /** Which of the list's stories it shows, oldest first. */
  private span(): { from: number; to: number } {
    const from =
      (this.page === undefined ? Math.max(0, this.full() - 1) : this.page - 1) * pageSize;
    return { from, to: this.page === undefined ? this.group.stories.length : from + pageSize };
  }

  private neighbours(): { older: string | undefined; newer: string | undefined } {
    const { address } = this.group;
    const full = this.full();
    const before = (this.page ?? full) - 1;
    const older = before >= 1 ? listPageAddress(address, before) : undefined;
    if (this.page === undefined) return { older, newer: undefined };
    return {
      older,
      newer: this.page + 1 < full ? listPageAddress(address, this.page + 1) : address,
    };
  }
}
