import styles from './Kicker.module.css';

interface Props {
  kicker?: string | undefined;
  /** What kind of piece it is, as the publisher says: `Opinion`, `Sponsored`. Never left out. */
  label?: string | undefined;
  /** Name of the section, for pieces that have no kicker of their own. */
  section?: string | undefined;
}

/** The tag above a headline. */
export function Kicker({ kicker, label, section }: Props) {
  const tag = kicker ?? section;
  if (tag === undefined && label === undefined) return null;
  return (
    <p className="kicker">
      {label !== undefined && <span className={styles.label}>{label}</span>}
      {label !== undefined && tag !== undefined && ' '}
      {tag}
    </p>
  );
}
