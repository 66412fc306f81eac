/**
 * How a page's first script lists what it starts (src/reader/app/firstScript.ts): a folder once, and the names of files
 * in it. Pages of an earlier version name each file in full.
 */
const listed = /(\["[\w-]+"(?:,"[\w-]+")*\])\.map\(\w=>"[^"]*?(assets\/)"\+\w\+"\.js"\)/;

/** The scripts that a page's head names, as paths inside the edition. */
export function scriptsOf(page: string): string[] {
  const head = page.slice(0, page.indexOf('<div id="root">'));
  const [, list, folder] = listed.exec(head) ?? [];
  const names = [...(list ?? '').matchAll(/[\w-]+/g)].map(([name]) => `${folder}${name}.js`);
  return [...new Set([...names, ...(head.match(/assets\/[\w-]+\.js/g) ?? [])])];
}
