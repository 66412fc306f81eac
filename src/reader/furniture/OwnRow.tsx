import { useEffect, useRef, type ReactNode } from 'react';
import { storyAddress } from '../../model/address.ts';
import type { Direction } from '../../model/language.ts';
import { ownWords } from '../ui/ownWords.ts';
import { useSpoken } from '../ui/site.ts';
import { SiteLink } from '../ui/SiteLink.tsx';
import styles from './OwnRow.module.css';

interface Props {
  story: { slug: string; headline: string; language: string; dir: Direction };
  /** Level of the headline. */
  level: 2 | 3;
  isRead?: boolean;
  /** The line under the headline. */
  children: ReactNode;
  isRemoved: boolean;
  onRemove: () => void;
  onUndo: () => void;
}

/** A story in one of the reader's own lists. What is removed keeps its place until the page is left, to be put back. */
export function OwnRow({ story, level, isRead, children, isRemoved, onRemove, onUndo }: Props) {
  const spoken = useSpoken(story);
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  // The button pressed has gone: the one in its place takes the focus over.
  useEffect(() => {
    if (hadFocus.current) button.current?.focus();
    hadFocus.current = false;
  }, [isRemoved]);
  const press = (act: () => void) => () => {
    hadFocus.current = true;
    act();
  };
  const Heading = `h${level}` as const;
  return (
    <li className={styles.row} data-own="" data-read={isRead ? '' : undefined}>
      {isRemoved ? (
        <p className="meta">
          <output>{ownWords.gone(story.headline)}</output>
        </p>
      ) : (
        <div className={styles.copy} {...spoken}>
          <Heading className="headline-2" lang={story.language} dir={story.dir}>
            <SiteLink to={storyAddress(story.slug)}>{story.headline}</SiteLink>
          </Heading>
          <p className="meta">{children}</p>
        </div>
      )}
      <button
        ref={button}
        type="button"
        className="action"
        {...(!isRemoved && { 'aria-label': ownWords.removeStory(story.headline) })}
        onClick={press(isRemoved ? onUndo : onRemove)}
      >
        {isRemoved ? ownWords.undo : ownWords.remove}
      </button>
    </li>
  );
}
