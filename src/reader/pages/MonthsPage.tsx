import { monthAddress } from '../../model/address.ts';
import type { ArchiveIndex, Month } from '../../model/edition.ts';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words } from '../ui/words.ts';
import list from './ListPage.module.css';
import styles from './MonthsPage.module.css';

/** All months of the archive, by year. */
export function MonthsPage({ months: { months } }: { months: ArchiveIndex }) {
  const lang = useWordsLanguage();
  const years = new Map<string, Month[]>();
  for (const month of months) {
    const year = month.month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return (
    <div className={list.page}>
      <header className={list.head}>
        <h1 className="title" tabIndex={-1} lang={lang}>
          {words.archive}
        </h1>
      </header>
      <div className={list.body}>
        {years.size === 0 && (
          <p className={`standfirst ${list.list}`} lang={lang}>
            {words.emptyArchive}
          </p>
        )}
        {[...years].map(([year, entries]) => (
          <section key={year} className={styles.year}>
            <h2 className="headline-2">{year}</h2>
            <ul>
              {entries.map(({ month, name, stories }) => (
                <li key={month}>
                  <SiteLink to={monthAddress(month)}>{name}</SiteLink>
                  <span className="meta" lang={lang}>
                    {words.stories(stories)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
