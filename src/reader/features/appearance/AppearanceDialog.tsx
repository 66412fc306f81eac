import { useSyncExternalStore, type ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../ui/words.ts';
import { choices, usualAppearance } from './appearance.ts';
import { changeAppearance, readAppearance, subscribeToAppearance } from './appearanceStore.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { SizeRow } from './SizeRow.tsx';
import styles from './AppearanceDialog.module.css';

const text = words.appearance;

/** Paper, text size, lines, column and face. Every choice applies at once and is kept on this device. */
export function AppearanceDialog(): ReactNode {
  const chosen = useSyncExternalStore(subscribeToAppearance, readAppearance, () => usualAppearance);
  return (
    <Dialog title={text.name}>
      <ChoiceRow
        legend={text.theme.legend}
        look="themes"
        name="theme"
        options={choices.theme}
        labels={text.theme}
        value={chosen.theme}
        onChange={(theme) => changeAppearance({ ...chosen, theme })}
      />
      <SizeRow value={chosen.size} onChange={(size) => changeAppearance({ ...chosen, size })} />
      <ChoiceRow
        legend={text.lines.legend}
        name="lines"
        options={['close', 'normal', 'open']}
        labels={text.lines}
        value={chosen.lines}
        onChange={(lines) => changeAppearance({ ...chosen, lines })}
      />
      <ChoiceRow
        legend={text.measure.legend}
        name="measure"
        options={['narrow', 'normal', 'wide']}
        labels={text.measure}
        value={chosen.measure}
        onChange={(measure) => changeAppearance({ ...chosen, measure })}
      />
      <ChoiceRow
        legend={text.face.legend}
        name="face"
        options={choices.face}
        labels={text.face}
        value={chosen.face}
        onChange={(face) => changeAppearance({ ...chosen, face })}
      />
      <p className={styles.sample}>{text.sample}</p>
      <div>
        <button
          type="button"
          className={styles.reset}
          onClick={() => changeAppearance(usualAppearance)}
        >
          {text.reset}
        </button>
      </div>
    </Dialog>
  );
}
