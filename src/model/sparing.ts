/**
 * Whether a reader wants data to be saved, by what a browser says of the connection (`navigator.connection`, Network
 * Information API), or the line is one on which fetching ahead would hold up what was asked for.
 */
export function isSparing(connection: unknown): boolean {
  if (connection === null || typeof connection !== 'object') return false;
  if ('saveData' in connection && connection.saveData === true) return true;
  return 'effectiveType' in connection && String(connection.effectiveType).endsWith('2g');
}
