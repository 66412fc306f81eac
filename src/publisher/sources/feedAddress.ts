/** Whether a source is named by its web address. */
export function isFeedAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}
