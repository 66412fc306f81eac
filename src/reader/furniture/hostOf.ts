/** Host of a link as people know it: without `www.`; the whole text when it has none, such as a mail address. */
export function hostOf(link: string): string {
  const host = URL.canParse(link) ? new URL(link).hostname : '';
  return host === '' ? link.replace(/^mailto:/, '') : host.replace(/^www\./, '');
}
