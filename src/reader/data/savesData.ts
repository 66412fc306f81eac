/** The reader asked to save data, or the line is one on which fetching ahead would hold up what was asked for. */
export function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  if (connection === null || typeof connection !== 'object') return false;
  if ('saveData' in connection && connection.saveData === true) return true;
  return 'effectiveType' in connection && String(connection.effectiveType).endsWith('2g');
}
