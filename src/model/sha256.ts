/**
 * SHA-256 as 64 hex digits. A page that did not come by https, and is not of this machine, has nothing to make one with.
 *
 * @throws TypeError there
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
