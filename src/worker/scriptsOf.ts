/** The scripts that a page's head names, as paths inside the edition. */
export function scriptsOf(page: string): string[] {
  const head = page.slice(0, page.indexOf('<div id="root">'));
  return [...new Set(head.match(/assets\/[\w-]+\.js/g))];
}
