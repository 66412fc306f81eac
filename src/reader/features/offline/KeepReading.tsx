import type { ReactNode } from 'react';
import { words } from '../../ui/words.ts';
import { dismiss } from './offlineStore.ts';

/** Puts a notice away. */
export function KeepReading({ without }: { without: string }): ReactNode {
  return (
    <button type="button" onClick={() => dismiss(without)}>
      {words.device.keepReading}
    </button>
  );
}
