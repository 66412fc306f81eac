import type { ReactNode } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { words } from '../../ui/words.ts';
import { choices, type Appearance } from './appearance.ts';
import styles from './AppearanceDialog.module.css';

interface Props {
  value: Appearance['size'];
  onChange: (size: Appearance['size']) => void;
}

/** Text size as a slider of seven steps. */
export function SizeRow({ value, onChange }: Props): ReactNode {
  const { legend } = words.appearance.size;
  return (
    <fieldset className={styles.range}>
      <legend>{legend}</legend>
      <label>
        <VisuallyHidden>{legend}</VisuallyHidden>
        <i aria-hidden="true" data-end="small">
          A
        </i>
        <input
          type="range"
          min={1}
          max={7}
          step={1}
          value={value}
          aria-valuetext={words.appearance.size.step(Number(value))}
          onChange={({ currentTarget }) => {
            const size = choices.size.find((choice) => choice === currentTarget.value);
            if (size !== undefined) onChange(size);
          }}
        />
        <i aria-hidden="true" data-end="large">
          A
        </i>
      </label>
    </fieldset>
  );
}
