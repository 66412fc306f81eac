/** Where the page of a list begins that has this row; the last page when the list has become shorter. Rows from 0. */
export function pageStart(from: number, size: number, of: number): number {
  return from < of ? from : Math.max(0, Math.ceil(of / size) - 1) * size;
}
