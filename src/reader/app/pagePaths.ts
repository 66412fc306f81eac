/** The route table: every path a page of an edition can have. The publisher writes a file for each address. */
const pagePaths = [
  '/',
  '/story/:slug',
  '/section/:slug',
  '/section/:slug/:page',
  '/tag/:slug',
  '/tag/:slug/:page',
  '/author/:slug',
  '/author/:slug/:page',
  '/archive',
  '/archive/:year/:month',
  '/archive/:year/:month/:page',
  '/:slug',
] as const;

const patterns = pagePaths.map((path) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`));

/** Whether an address can be a page, rather than a file such as `/media/x.jpg` or `/feed.xml`. */
export function isPageAddress(address: string): boolean {
  return !address.includes('.') && patterns.some((pattern) => pattern.test(address));
}
