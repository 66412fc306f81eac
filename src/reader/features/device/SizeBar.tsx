import styles from './DeviceList.module.css';

interface Part {
  name: string;
  bytes: number;
}

/** Sizes side by side as one bar. The list below it says the same in words. */
export function SizeBar({ parts }: { parts: readonly Part[] }) {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = (bytes: number): number => (total === 0 ? 0 : (bytes / total) * 1000);
  return (
    <svg className={styles.bar} aria-hidden="true" viewBox="0 0 1000 12" preserveAspectRatio="none">
      {parts.map(({ name, bytes }, index) => {
        const before = parts.slice(0, index).reduce((sum, part) => sum + part.bytes, 0);
        return (
          <rect
            key={name}
            x={share(before)}
            y="0"
            width={share(bytes)}
            height="12"
            data-part={index}
          />
        );
      })}
    </svg>
  );
}
