import type { ReactNode } from 'react';
import { late } from '../../data/late.ts';
import { AppearanceIcon } from '../../ui/AppearanceIcon.tsx';
import { DialogButton } from '../../ui/DialogButton.tsx';
import { words } from '../../ui/words.ts';

const load = async () => (await import('./AppearanceDialog.tsx')).AppearanceDialog;
const AppearanceDialog = late(load);
/** What fails here is tried again by the press itself. */
const fetchAhead = (): void => void load().catch(() => undefined);

/** Opens the Appearance dialog. */
export function AppearanceButton(): ReactNode {
  return (
    <DialogButton
      name={words.appearance.name}
      icon={<AppearanceIcon />}
      dialog={AppearanceDialog}
      onMeant={fetchAhead}
    />
  );
}
