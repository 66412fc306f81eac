import type { ReactNode } from 'react';
import { late } from '../../data/late.ts';
import { DialogButton } from '../../ui/DialogButton.tsx';
import { TakeAlongIcon } from '../../ui/TakeAlongIcon.tsx';
import { words } from '../../ui/words.ts';

const load = async () => (await import('./TakeAlongDialog.tsx')).TakeAlongDialog;
const TakeAlongDialog = late(load);
/** What fails here is tried again by the press itself. */
const fetchAhead = (): void => void load().catch(() => undefined);

/** Opens what there is to take along. */
export function TakeAlongButton(): ReactNode {
  return (
    <DialogButton
      name={words.take.name}
      icon={<TakeAlongIcon />}
      dialog={TakeAlongDialog}
      onMeant={fetchAhead}
    />
  );
}
