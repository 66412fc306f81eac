import { frontAddress, sectionAddress } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import styles from './Sections.module.css';

/** The sections in one row, which scrolls sideways where it must. Marks the one shown. */
export function Sections({ site, current }: { site: Site; current: string }) {
  const lang = useWordsLanguage();
  const marked = (address: string): 'page' | 'true' | undefined => {
    if (current === address) return 'page';
    return current.startsWith(`${address}/`) ? 'true' : undefined;
  };
  const entries = [
    { address: frontAddress, name: words.frontPage, lang },
    ...site.sections.map(({ slug, name }) => ({
      address: sectionAddress(slug),
      name,
      lang: undefined,
    })),
  ];
  return (
    <nav className={styles.sections} aria-label={words.sections}>
      <ul>
        {entries.map(({ address, name, lang: spoken }) => (
          <li key={address}>
            <SiteLink to={address} aria-current={marked(address)} lang={spoken}>
              {name}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
