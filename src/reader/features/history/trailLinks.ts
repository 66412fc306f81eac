/** The links of trails on a page, each with the slug of its story. Links in a story's text are no trails,
 * and the reader's own lists speak for themselves. */
export function trailLinks(page: ParentNode, base: string): Map<HTMLAnchorElement, string> {
  const start = `${base}story/`;
  const links = [...page.querySelectorAll<HTMLAnchorElement>('main :is(li, h2, h3, h4) > a[href]')];
  return new Map(
    links
      .map((link): [HTMLAnchorElement, string] => [link, link.getAttribute('href') ?? ''])
      .filter(
        ([link, href]) => href.startsWith(start) && link.closest('.body, [data-own]') === null,
      )
      .map(([link, href]) => [link, href.slice(start.length)]),
  );
}
