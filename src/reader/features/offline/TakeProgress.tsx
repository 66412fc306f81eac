import type { ReactNode } from 'react';
import type { TakeState, ToWorker } from '../../../model/workerMessages.ts';
import { formatBytes } from '../../ui/formatBytes.ts';
import { words } from '../../ui/words.ts';
import { tellWorker } from '../../data/askWorker.ts';
import styles from './TakeAlong.module.css';

const text = words.take;

type Going = Exclude<TakeState['status'], 'none'>;

const says: Record<Going, string> = {
  running: text.running,
  paused: text.paused,
  waiting: text.waiting,
  full: text.full,
  done: text.here,
};

/** What can be done about it, by how it is. */
const actions: Record<Going, readonly [string, ToWorker['kind'] & `${string}-take`][]> = {
  running: [
    [text.pause, 'pause-take'],
    [text.cancel, 'remove-take'],
  ],
  paused: [
    [text.resume, 'resume-take'],
    [text.cancel, 'remove-take'],
  ],
  waiting: [
    [words.retry, 'resume-take'],
    [text.cancel, 'remove-take'],
  ],
  full: [
    [words.retry, 'resume-take'],
    [text.remove, 'remove-take'],
  ],
  done: [[text.remove, 'remove-take']],
};

interface Props {
  take: TakeState;
  /** All that was taken along is being removed, or one section of several. */
  onRemove: (part?: string) => void;
}

/** A rule that fills, size and count in words beside it. */
export function TakeProgress({ take, onRemove }: Props): ReactNode {
  const { status, parts, offers, stories, bytes, failed } = take;
  if (status === 'none') return null;
  const names = offers.filter(({ name, title }) => title !== '' && parts.includes(name));
  const said =
    status === 'done' && names.length > 0
      ? text.partsHere(names.map(({ title }) => title).join(', '))
      : says[status];
  return (
    <div className={styles.progress} data-status={status}>
      <p>
        <output>{said}</output>{' '}
        <span className={styles.size}>
          {status === 'done'
            ? text.size(words.stories(stories.total), formatBytes(bytes.total))
            : text.far(stories, formatBytes(bytes.done), formatBytes(bytes.total))}
        </span>
      </p>
      <progress max={Math.max(bytes.total, 1)} value={bytes.done} aria-label={said} />
      {status === 'waiting' && failed > 0 && <p className={styles.aside}>{text.failed(failed)}</p>}
      {status === 'full' && <p className={styles.aside}>{text.noRoom}</p>}
      <p>
        {actions[status].map(([name, kind]) => (
          <button
            // Who paused has the focus on what resumes, and never on what removes.
            key={kind === 'remove-take' ? kind : ''}
            type="button"
            className={styles.action}
            onClick={() => {
              if (kind === 'remove-take') onRemove();
              void tellWorker({ kind });
            }}
          >
            {name}
          </button>
        ))}
        {status === 'done' &&
          names.length > 1 &&
          names.map(({ name, title }) => (
            <button
              key={name}
              type="button"
              className={styles.action}
              onClick={() => {
                onRemove(name);
                void tellWorker({ kind: 'remove-part', name });
              }}
            >
              {text.removeNamed(title)}
            </button>
          ))}
      </p>
    </div>
  );
}
