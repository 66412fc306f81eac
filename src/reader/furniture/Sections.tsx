import { frontAddress, sectionAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './Sections.module.css';

/** The sections in one row, which scrolls sideways where it must. Marks the one shown. */
export function Sections({ site, current }: { site: Site; current: string }) {
  const marked = (address: string): 'page' | 'true' | undefined => {
    if (current === address) return 'page';
    return current.startsWith(`${address}/`) ? 'true' : undefined;
  };
  const entries = [
    { address: frontAddress, name: words.frontPage },
    ...site.sections.map(({ slug, name }) => ({ address: sectionAddress(slug), name })),
  ];
  return (
    <nav className={styles.sections} aria-label={words.sections}>
      <ul>
        {entries.map(({ address, name }) => (
          <li key={address}>
            <SiteLink to={address} aria-current={marked(address)}>
              {name}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
