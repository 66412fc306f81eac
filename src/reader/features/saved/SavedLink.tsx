import { pageAddress } from '../../../model/address.ts';
import { BookmarkIcon } from '../../ui/BookmarkIcon.tsx';
import { SiteLink } from '../../ui/SiteLink.tsx';
import { words } from '../../ui/words.ts';

/** Leads to the saved stories, by a plain link. */
export function SavedLink({ current }: { current: string }) {
  const address = pageAddress('saved');
  return (
    <SiteLink to={address} aria-current={current === address ? 'page' : undefined}>
      <BookmarkIcon />
      <span>{words.own.saved.name}</span>
    </SiteLink>
  );
}
