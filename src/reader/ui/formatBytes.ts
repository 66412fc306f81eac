/** A size for people: `640 kB`, `1.2 MB`, with a no-break space. Decimal units, as devices count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes}\u00a0B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)}\u00a0kB`;
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)}\u00a0${unit}`;
}
