import type { ReactNode } from 'react';
import styles from './AppearanceDialog.module.css';

interface Props<Option extends string> {
  legend: string;
  name: string;
  options: readonly Option[];
  labels: Record<Option, string>;
  value: Option;
  onChange: (option: Option) => void;
  /** `themes`: each choice shows its own paper. */
  look?: 'themes';
}

/** One setting as a row of radio buttons. */
export function ChoiceRow<Option extends string>(props: Props<Option>): ReactNode {
  const { legend, name, options, labels, value, onChange, look } = props;
  return (
    <fieldset className={look === 'themes' ? styles.themes : styles.row}>
      <legend>{legend}</legend>
      {options.map((option) => (
        // The attribute gives each choice its own paper; the system's choice has none.
        <label
          key={option}
          data-theme={look === 'themes' && option !== 'system' ? option : undefined}
          data-sample={option}
        >
          <input
            type="radio"
            name={`appearance-${name}`}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{labels[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
