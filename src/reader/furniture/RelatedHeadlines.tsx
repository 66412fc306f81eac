import { useId } from 'react';
import { storyAddress } from '../../model/address.ts';
import type { RelatedTrail, Trail } from '../../model/trail.ts';
import { useSpoken, useWordsLanguage } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { words } from '../ui/words.ts';
import { relatedGroups, type RelatedGroup } from './relatedGroups.ts';
import styles from './RelatedHeadlines.module.css';

interface Props {
  related: readonly RelatedTrail[];
  /** `rail`: part of the front page's lead package, beside it where there is room. `foot`: after a story. */
  place: 'rail' | 'foot';
  /** Why the headlines without a reason of their own are here. */
  otherwise?: string;
}

/** The related headlines of a story, all of them, with the reason each is here. */
export function RelatedHeadlines({ related, place, otherwise = words.chosen }: Props) {
  const id = useId();
  const lang = useWordsLanguage();
  if (related.length === 0) return null;
  const Label = place === 'rail' ? 'h3' : 'h2';
  return (
    <section className="related" data-place={place} aria-labelledby={id}>
      <Label className={`label ${styles.label}`} id={id} lang={lang}>
        {words.related} <span dir="auto">{words.headlines(related.length)}</span>
      </Label>
      <div className={styles.columns}>
        {relatedGroups(related).map((group) => (
          <Group key={group.start} {...{ group, otherwise }} level={place === 'rail' ? 4 : 3} />
        ))}
      </div>
    </section>
  );
}

interface GroupProps {
  group: RelatedGroup;
  otherwise: string;
  level: 3 | 4;
}

function Group({ group: { reason, start, trails }, otherwise, level }: GroupProps) {
  const id = useId();
  const lang = useWordsLanguage();
  const Why = `h${level}` as const;
  return (
    <section className={styles.group}>
      <Why className={styles.why} id={id} lang={lang}>
        {reason === undefined ? otherwise : words.reasons[reason]}
      </Why>
      <ol start={start} aria-labelledby={id}>
        {trails.map((trail) => (
          <li key={trail.slug}>
            <RowLink trail={trail} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The language stands on the link, not on the row: the numbers keep their column when languages mix. */
function RowLink({ trail }: { trail: Trail }) {
  const spoken = useSpoken(trail);
  return (
    <SiteLink to={storyAddress(trail.slug)} {...spoken}>
      {trail.headline}
      <KindMark kind={trail.kind} />
    </SiteLink>
  );
}

/** Says what the list does not show: that behind a headline there is only the headline. */
function KindMark({ kind }: { kind: Trail['kind'] }) {
  if (kind === 'story') return null;
  const mark = kind === 'brief' ? words.headlineOnly : words.takenBack;
  return (
    <>
      {' '}
      <VisuallyHidden>({mark})</VisuallyHidden>
    </>
  );
}
