import type { Attributes } from '../htmlTags.ts';
import type { SourcePicture } from '../wireItem.ts';

/** Hosts that only count readers. */
const hosts =
  /(?:^|\.)(?:pixel\.wp\.com|stats\.wp\.com|stats\.wordpress\.com|doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.net|chartbeat\.com|counter\.theconversation\.com|counter\.theconversation\.edu\.au|feedsportal\.com|feedblitz\.com|statcounter\.com|parsely\.com|adservice\.google\.com|omtrdc\.net|2o7\.net|imrworldwide\.com)$/i;
const paths =
  /^\/~(?:r|a|ff)\/|^\/tr\/?$|\/_\/stat\b|\/(?:pixel|spacer|transparent|1x1)\.(?:gif|png|php|aspx?)$|\/(?:beacon|blank|clear|track(?:er|ing)?|count(?:er)?|open|impression)\.(?:gif|php|aspx?)$/i;

/**
 * Whether a picture is there to count readers, not to be seen: one or two pixels, hidden, or a known beacon. Names that
 * a photo may have (`open.jpg`) are none by themselves.
 */
export function isTracker(address: string, attributes: Attributes): boolean {
  const { width = '', height = '', style = '' } = attributes;
  if (isDot(width) || isDot(height)) return true;
  if (/(?:^|;)\s*(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:;|$|!)/i.test(style.slice(0, 1000)))
    return true;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && (hosts.test(url.hostname) || paths.test(url.pathname));
}

/** The first of some pictures that is there to be seen; else the first, so that it can be told. */
export function firstSeen(
  pictures: readonly (SourcePicture | undefined)[],
): SourcePicture | undefined {
  const named = pictures.filter((picture) => picture !== undefined);
  return named.find(({ src }) => !isTracker(src, {})) ?? named[0];
}

function isDot(size: string): boolean {
  return /^\s*[0-2](?:px)?\s*$/i.test(size);
}
