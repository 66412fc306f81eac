import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ownWords } from '../../ui/ownWords.ts';
import { passFocusOn } from '../../ui/passFocusOn.ts';
import styles from './DeviceList.module.css';

const text = ownWords.device;
const queryKey = ['own', 'persisted'];

/** Asks the browser not to clear what is kept, and says who clears it otherwise. */
export function KeepSafe() {
  const client = useQueryClient();
  const [isRefused, setRefused] = useState(false);
  const { data: isKept, isError } = useQuery({
    queryKey,
    queryFn: async () => {
      const { storage } = navigator;
      if (!('persist' in storage)) throw new Error('this browser cannot be asked');
      return storage.persisted();
    },
    retry: false,
  });
  const ask = async (): Promise<void> => {
    let isGranted = false;
    try {
      isGranted = await navigator.storage.persist();
    } catch {
      // Some throw where they are told to keep nothing: that is a no.
    }
    client.setQueryData(queryKey, isGranted);
    setRefused(!isGranted);
  };
  return (
    <section className={styles.section}>
      <h2 className="label">{text.keeping}</h2>
      <p>
        <output>
          {isError
            ? text.cannotAsk
            : isKept === true
              ? text.kept
              : isRefused
                ? text.refused
                : text.maybe}
        </output>
      </p>
      {isKept !== true && !isRefused && !isError && (
        <button
          type="button"
          className="action"
          data-waiting={isKept === undefined ? '' : undefined}
          disabled={isKept === undefined}
          onClick={({ currentTarget }) => {
            passFocusOn(currentTarget);
            void ask();
          }}
        >
          {text.ask}
        </button>
      )}
      <p>{text.safari}</p>
    </section>
  );
}
