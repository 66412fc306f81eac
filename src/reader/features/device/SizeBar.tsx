import styles from './DeviceList.module.css';

interface Props {
  /** Bytes of each part, in the order of the list below. */
  sizes: readonly number[];
}

/** Sizes side by side as one bar, in the colours of the list below it, which says the same in words. */
export function SizeBar({ sizes }: Props) {
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const share = (bytes: number): number => (total === 0 ? 0 : (bytes / total) * 1000);
  return (
    <svg className={styles.bar} aria-hidden="true" viewBox="0 0 1000 12" preserveAspectRatio="none">
      {sizes.map((bytes, index) => (
        <rect
          // By its place: the parts are always the same.
          key={index}
          x={share(sizes.slice(0, index).reduce((sum, one) => sum + one, 0))}
          y="0"
          width={share(bytes)}
          height="12"
        />
      ))}
    </svg>
  );
}
