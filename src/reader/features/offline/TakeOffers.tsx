import type { ReactNode } from 'react';
import type { TakeOffer, TakeState } from '../../../model/workerMessages.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import { words } from '../../ui/words.ts';
import { tellWorker } from '../../data/askWorker.ts';
import styles from './TakeAlong.module.css';

const text = words.take;

/** The whole edition and each section, with their sizes: those that are not taken yet. */
export function TakeOffers({ take: { status, parts, offers } }: { take: TakeState }): ReactNode {
  const isWhole = status !== 'none' && parts.length === 0;
  if (isWhole) return null;
  const whole: TakeOffer = {
    name: '',
    title: text.all,
    stories: offers.reduce((sum, { stories }) => sum + stories, 0),
    bytes: offers.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  // A section comes with the front page, unless that is here already: it is part of what is taken.
  const front = parts.includes('front') ? undefined : offers.find(({ name }) => name === 'front');
  const sections = offers
    .filter(({ name }) => name !== 'front' && !parts.includes(name))
    .map((offer) => ({
      ...offer,
      stories: offer.stories + (front?.stories ?? 0),
      bytes: offer.bytes + (front?.bytes ?? 0),
    }));
  return (
    <>
      <ul className={styles.offers}>
        <Offer offer={whole} parts={[]} />
      </ul>
      {sections.length > 0 && (
        <>
          <h3 className={styles.parts}>{text.sections}</h3>
          <ul className={styles.offers}>
            {sections.map((offer) => (
              <Offer key={offer.name} offer={offer} parts={[offer.name, 'front']} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Offer({ offer, parts }: { offer: TakeOffer; parts: string[] }): ReactNode {
  const { title, stories, bytes } = offer;
  return (
    <li>
      <span dir="auto">{title}</span>
      <span className={styles.size}>{text.size(words.stories(stories), formatBytes(bytes))}</span>
      <button
        type="button"
        className={styles.action}
        aria-label={text.takeNamed(title)}
        onClick={() => void tellWorker({ kind: 'take', parts })}
      >
        {text.take}
      </button>
    </li>
  );
}
