import type { Front, Site } from '../../model/edition.ts';
import { Latest } from '../furniture/Latest.tsx';
import { LeadArticle } from '../furniture/LeadArticle.tsx';
import { RelatedHeadlines } from '../furniture/RelatedHeadlines.tsx';
import { SecondTier } from '../furniture/SecondTier.tsx';
import { SectionStrip } from '../furniture/SectionStrip.tsx';
import { useWhole } from '../ui/whole.ts';
import { Said } from '../ui/Said.tsx';
import { words } from '../ui/words.ts';
import styles from './FrontPage.module.css';

/** The laid-out front of an edition. Its h1 is the wordmark in the masthead. */
export function FrontPage({ front, site }: { front: Front; site: Site }) {
  const isWhole = useWhole();
  const { lead, second, strips, latest, published } = front;
  const isEmpty = lead === undefined && second.length + strips.length + latest.length === 0;
  if (isEmpty) {
    return (
      <p className={`standfirst ${styles.empty}`}>
        <Said>{words.nothingYet(site.name)}</Said>
      </p>
    );
  }
  const hasRail = lead !== undefined && lead.related.length > 0;
  return (
    <>
      <div className={styles.front} data-rail={hasRail || undefined}>
        {lead !== undefined && <LeadArticle lead={lead} day={published.day} />}
        {hasRail && (
          <div className={styles.rail}>
            <RelatedHeadlines related={lead.related} place="rail" />
          </div>
        )}
        <SecondTier trails={second} day={published.day} />
      </div>
      {isWhole && strips.map((strip) => <SectionStrip key={strip.section.slug} strip={strip} />)}
      {isWhole && <Latest trails={latest} published={published} />}
    </>
  );
}
