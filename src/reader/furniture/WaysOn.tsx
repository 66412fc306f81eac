import { archiveAddress, frontAddress } from '../../model/address.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import { Actions } from './Actions.tsx';

/** From a page that has nothing to read: to the front and to the archive. */
export function WaysOn() {
  return (
    <Actions>
      <SiteLink className="action" to={frontAddress}>
        {words.frontPage}
      </SiteLink>
      <SiteLink className="action" to={archiveAddress}>
        {words.archive}
      </SiteLink>
    </Actions>
  );
}
