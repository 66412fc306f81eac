import { cleanName } from '../cleanText.ts';
import { field } from '../field.ts';
import type { SourceBlock } from '../wireItem.ts';
import { parseWebAddress } from './webLink.ts';

type Embed = Extract<SourceBlock, { type: 'embed' }>;

/** Providers that readers know by another name than their host's. */
const providers: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'player.vimeo.com': 'Vimeo',
  'open.spotify.com': 'Spotify',
  'w.soundcloud.com': 'SoundCloud',
  'soundcloud.com': 'SoundCloud',
  'datawrapper.dwcdn.net': 'Datawrapper',
  'flo.uri.sh': 'Flourish',
  'public.flourish.studio': 'Flourish',
  'twitter.com': 'X',
  'x.com': 'X',
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'tiktok.com': 'TikTok',
};

/** A titled link card for what another site would show inside the story; undefined without an address. */
export function embedCard(src: string, title: string, base: string | undefined): Embed | undefined {
  const address = src.trim() === '' ? undefined : parseWebAddress(src, base);
  if (address === undefined) return undefined;
  const host = new URL(address).hostname.replace(/^www\./, '');
  const provider = Object.hasOwn(providers, host) ? providers[host] : undefined;
  return {
    type: 'embed',
    url: watchable(address),
    title: cleanName(title) || provider || host,
    ...field('provider', provider ?? host),
  };
}

/** Whether a card has no title but the name of its host. */
export function isUntitled({ url, title, provider }: Embed): boolean {
  return title === provider || title === new URL(url).hostname.replace(/^www\./, '');
}

// The address of a player opens as a bare player; the page around it is what a reader wants.
function watchable(address: string): string {
  const url = new URL(address);
  const video = /^\/embed\/([\w-]{6,20})\/?$/.exec(url.pathname)?.[1];
  if (video !== undefined && /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname)) {
    return `https://www.youtube.com/watch?v=${video}`;
  }
  const clip = /^\/video\/(\d{4,12})\/?$/.exec(url.pathname)?.[1];
  return clip !== undefined && url.hostname === 'player.vimeo.com'
    ? `https://vimeo.com/${clip}`
    : address;
}
