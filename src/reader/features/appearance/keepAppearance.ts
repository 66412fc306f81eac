import { getRecord, putRecords, type Own } from '../../storage/own.ts';
import { storageKey } from '../../ui/storageKey.ts';
import { appearanceText, parseAppearance } from './appearance.ts';
import { showThemeColour } from './showThemeColour.ts';
import { changeAppearance, readAppearance, subscribeToAppearance } from './appearanceStore.ts';

/**
 * Joins the appearance to the reader's own things: the mirror that is read before paint and the record that is exported
 * say the same, and the browser's bar takes the colour. Where the mirror is gone the record brings it back. Returns how
 * to stop.
 */
export function keepAppearance(own: Own): () => void {
  const keep = async (): Promise<void> => {
    const record = await getRecord(own, 'settings', 'appearance');
    if (!record.ok) return;
    if (record.value !== undefined && !hasMirror()) {
      changeAppearance(parseAppearance(record.value.value));
      return;
    }
    const value = appearanceText(readAppearance());
    // Who has chosen nothing has nothing to keep.
    if (value === (record.value?.value ?? '{}')) return;
    await putRecords(own, 'settings', [{ name: 'appearance', value }]);
  };
  const soon = (): void => {
    showThemeColour(readAppearance().theme !== 'system');
    void keep();
  };
  const stopFollowing = subscribeToAppearance(soon);
  const stopListening = own.changes.listen((store) => {
    if (store === 'settings' && !hasMirror()) soon();
  });
  soon();
  return () => {
    stopFollowing();
    stopListening();
  };
}

function hasMirror(): boolean {
  try {
    return localStorage.getItem(storageKey('appearance')) !== null;
  } catch {
    // Refused: what the reader has chosen on this page counts.
    return true;
  }
}
