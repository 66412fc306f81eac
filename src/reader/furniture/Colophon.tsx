import { archiveAddress, monthAddress, pageAddress } from '../../model/address.ts';
import { ownPages, type Front, type Site } from '../../model/edition.ts';
import { useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { words, wordsWithoutScript } from '../ui/words.ts';
import styles from './Colophon.module.css';

/** What the front page's colophon says of its edition. A front is one. */
export type EditionFacts = Pick<Front, 'day' | 'published' | 'stories' | 'months' | 'unheard'>;

/** Months named in the colophon; the others are a click away. */
const monthsShown = 3;

/** Foot of every page. */
export function Colophon({ site, edition }: { site: Site; edition?: EditionFacts }) {
  const lang = useWordsLanguage();
  return (
    <footer className={styles.colophon} data-edition={edition && ''}>
      {edition !== undefined && (
        <div lang={lang}>
          <h2>{words.colophon.edition}</h2>
          <p>
            {words.colophon.editionOf(
              edition.day,
              edition.published.clock,
              words.stories(edition.stories),
            )}
          </p>
          {edition.unheard?.map(({ name, since }) => (
            <p key={name ?? ''}>{words.colophon.unheard(name, since.date)}</p>
          ))}
        </div>
      )}
      {(site.tagline !== undefined || site.pages.length > 0) && (
        <div>
          <h2 lang={lang}>{words.colophon.about(site.name)}</h2>
          {site.tagline !== undefined && <p>{site.tagline}</p>}
          {site.pages.length > 0 && (
            <ul>
              {site.pages.map(({ slug, name }) => (
                <li key={slug}>
                  <SiteLink to={pageAddress(slug)}>{name}</SiteLink>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <Earlier months={edition?.months.slice(0, monthsShown) ?? []} lang={lang} />
      <div lang={lang}>
        <h2>{words.own.device.name}</h2>
        <ul>
          {ownPages.map((page) => (
            <li key={page}>
              <SiteLink to={pageAddress(page)}>{words.own[page].name}</SiteLink>
            </li>
          ))}
        </ul>
        <noscript>{import.meta.env.SSR && <p>{wordsWithoutScript.needed}</p>}</noscript>
      </div>
      <div lang={lang}>
        <h2>{words.colophon.colophon}</h2>
        <p>{words.colophon.set}</p>
      </div>
    </footer>
  );
}

function Earlier({ months, lang }: { months: Front['months']; lang: string | undefined }) {
  return (
    <div>
      <h2 lang={lang}>{words.colophon.earlier}</h2>
      <ul>
        {months.map(({ month, name }) => (
          <li key={month}>
            <SiteLink to={monthAddress(month)}>{name}</SiteLink>
          </li>
        ))}
        <li lang={lang}>
          <SiteLink to={archiveAddress}>{words.allMonths}</SiteLink>
        </li>
      </ul>
    </div>
  );
}
