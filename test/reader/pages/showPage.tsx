import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Site } from '../../../src/model/edition.ts';
import { SiteProvider } from '../../../src/reader/ui/site.ts';
import { site as courier } from './documents.ts';

/** Shows furniture or a page as it stands in the site, here one that lives under /news/. */
export function showPage(page: ReactNode, site: Site = courier): void {
  const whole = <SiteProvider value={site}>{page}</SiteProvider>;
  const published = new DOMParser().parseFromString(renderToString(whole), 'text/html');
  const container = document.createElement('div');
  container.append(...published.body.childNodes);
  document.body.append(container);
  // From the publisher's text to the living page: each test also sees that the two agree.
  render(whole, { container, hydrate: true });
}
