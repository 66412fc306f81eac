import { createHash, hash } from 'node:crypto';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom';
import {
  atomFeedAddress,
  feedAddress,
  jsonFeedAddress,
  shellAddress,
  webManifestAddress,
  withBase,
} from '../../model/address.ts';
import type { PageDocument } from '../../model/document.ts';
import type { Site } from '../../model/edition.ts';
import { drawnIcon, iconFiles } from '../../model/icon.ts';
import { paper } from '../../model/paper.ts';
import { withSeal } from '../../model/pageSeal.ts';
import { workerPolicy } from '../../model/workerMessages.ts';
import { createQueryClient } from '../data/queryClient.ts';
import { App } from './App.tsx';
import { basename } from './basename.ts';
import { firstScript } from './firstScript.ts';
import { fillCache, stateElementId, stateText, type PageState } from './pageState.ts';
import { createSheetPicker, type Sheet } from './pageSheets.ts';
import { pageTitle } from './pageTitle.ts';
import { keepSharedParts, SharedPartsProvider } from './sharedParts.ts';

/** What the reader's build made, as the press hands it in. */
export interface ReaderAssets {
  /** Paths of the first scripts inside the edition, in the order they are run, the entry last: `assets/main-abc.js`. */
  scripts: readonly string[];
  /** The stylesheet in its parts, their addresses already under the site's base. */
  sheets: readonly Sheet[];
  /** Path of all parts that not every page needs, in one file inside the edition. */
  restOfSheets?: string;
}

/** One page to render: its address and what it holds. No document: the page for addresses the edition does not have. */
export interface PageRequest {
  address: string;
  document?: PageDocument;
  /** The document as JSON, where that is at hand. */
  json?: string;
  /** Makes the part of the head that tells other programs of the page, whose title it is given. */
  card?: (title: string) => string;
}

/**
 * Prepares the rendering of an edition's pages; the function given back turns one page into the whole text of its HTML
 * file. The route table is the browser's own. Pure: the same page gives the same bytes.
 */
export function createRenderer(site: Site, assets: ReaderAssets): (page: PageRequest) => string {
  const script = firstScript(
    assets.scripts.map((path) => withBase(site.base, `/${path}`)),
    site.base,
  );
  // What only pages that run from the right need.
  const all = assets.sheets.filter(({ name }) => name !== 'rtl' || site.dir === 'rtl');
  const pick = createSheetPicker(all);
  const shared = keepSharedParts();
  const client = createQueryClient();
  const heads = new Map<string, string>();
  const headOf = (sheets: readonly Sheet[]): string => {
    const names = sheets.map(({ name }) => name).join();
    const head = heads.get(names) ?? sharedHead(site, script, sheets);
    heads.set(names, head);
    return head;
  };
  return ({ address, document, json, card }) => {
    const state: PageState = { site, address, ...(document === undefined ? {} : { document }) };
    const title = pageTitle(site, document);
    fillCache(client, state);
    const body = shared.fill(
      renderToString(
        <SharedPartsProvider value={shared.keep}>{toApp(state, client)}</SharedPartsProvider>,
      ),
    );
    client.clear();
    // What the reader's own pages list, and what may stand in the place of a page that is not there, is not known here.
    const isOpen = document === undefined || document.schema === 'lede-own/1';
    const sheets = pick(isOpen ? undefined : body);
    if (sheets.length < all.length && assets.restOfSheets !== undefined) {
      state.sheets = withBase(site.base, `/${assets.restOfSheets}`);
    }
    return seal([
      `<!doctype html>\n<html lang="${site.language}" dir="${site.dir}">\n<head>\n`,
      '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n',
      `<title>${escapeText(title)}</title>\n`,
      headOf(sheets),
      card?.(title) ?? '',
      `</head>\n<body>\n<div id="root">${body}</div>\n`,
      `<script type="application/json" id="${stateElementId}">${stateText(state, json)}</script>\n`,
      '</body>\n</html>\n',
    ]);
  };
}

function toApp({ site, address, document }: PageState, client: QueryClient): ReactNode {
  return (
    <StaticRouter basename={basename(site.base)} location={withBase(site.base, address)}>
      <App
        site={site}
        client={client}
        missing={document === undefined && address !== shellAddress ? address : undefined}
      />
    </StaticRouter>
  );
}

function seal(parts: string[]): string {
  const text = parts.join('');
  return withSeal(text, hash('sha256', text).slice(0, 16));
}

/** The head that every page with these sheets shares, byte for byte. */
function sharedHead(site: Site, script: string, sheets: readonly Sheet[]): string {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${sourceHash(script)}`,
    `style-src 'self' ${sheets.map(({ text }) => sourceHash(text)).join(' ')}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${workerPolicy}`,
  ].join('; ');
  const icon = site.icon ?? drawnIcon;
  const [homeIcon] = iconFiles(site.icon).filter(({ purpose }) => purpose === 'maskable');
  return [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="same-origin">',
    '<meta name="color-scheme" content="light dark">',
    ...(['light', 'dark'] as const).map(
      (scheme) =>
        `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${paper[scheme]}">`,
    ),
    `<link rel="icon" href="${escapeText(withBase(site.base, `/${icon}`))}">`,
    // iOS looks here and nowhere else, and puts black behind what is see-through.
    ...(homeIcon === undefined
      ? []
      : [
          `<link rel="apple-touch-icon" href="${escapeText(withBase(site.base, `/${homeIcon.path}`))}">`,
        ]),
    `<link rel="manifest" href="${escapeText(withBase(site.base, webManifestAddress))}">`,
    ...feedLinks(site),
    ...sheets.map(({ text }) => `<style>${text}</style>`),
    `<script>${script}</script>`,
    '',
  ].join('\n');
}

/** Feeds exist where the edition knows its address on the web. */
function feedLinks({ base, url, name }: Site): string[] {
  if (url === undefined) return [];
  const feeds = [
    ['application/rss+xml', feedAddress],
    ['application/atom+xml', atomFeedAddress],
    ['application/feed+json', jsonFeedAddress],
  ] as const;
  return feeds.map(([type, address]) => {
    const href = escapeText(withBase(base, address));
    return `<link rel="alternate" type="${type}" title="${escapeText(name)}" href="${href}">`;
  });
}

/** Source: CSP Level 3 §2.3.1, hash-source. */
function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
