import { element, htmlDocument, lines } from '../press/markup.ts';

/** Addresses of the preview itself, which no edition has. */
export const clientAddress = '/__preview/client.js';
export const eventsAddress = '/__preview/events';

/**
 * A page as the preview shows it: with the preview's own script. The page's security policy lets scripts and requests
 * through that go to where the page came from, so it stays as it is.
 */
export function dress(page: string, edition: string): string {
  const script = element('script', { src: `${clientAddress}?edition=${edition}`, defer: '' }, ' ');
  // Everything before it is our own or escaped, so the first one is the head's end.
  return page.replace('</head>', () => `${script.toString()}\n</head>`);
}

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Stands where there is no page yet, as nothing usable has come out. */
export const waitingPage = htmlDocument(
  element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('title', {}, 'Nothing to show yet'),
    ),
    element(
      'body',
      {},
      element(
        'main',
        {},
        lines([
          element('h1', {}, 'Nothing to show yet'),
          element('p', {}, 'This page turns into the edition as soon as a story can be published.'),
        ]),
      ),
    ),
  ),
);
