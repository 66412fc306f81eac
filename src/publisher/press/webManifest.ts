import { extname } from 'node:path';
import { webManifestAddress, withBase } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { textFile, type HostFile } from './hostFile.ts';

/** `--paper` of src/reader/ui/tokens.css, light; a manifest has one colour for every theme. */
const paper = '#fcfbf9';
/** Characters that fit under an icon on a home screen. */
const shortLimit = 12;

const iconTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** `/site.webmanifest`: how the edition stands on a home screen. Source: https://www.w3.org/TR/appmanifest/ */
export function webManifestFile(site: Site): HostFile {
  const { name, base, language, dir, tagline } = site;
  return textFile(
    webManifestAddress,
    JSON.stringify({
      id: base,
      name,
      short_name: shortName(name),
      description: tagline,
      lang: language,
      dir,
      start_url: base,
      scope: base,
      display: 'standalone',
      theme_color: paper,
      background_color: paper,
      icons: [iconOf(site)],
    }),
  );
}

function iconOf({ icon = 'icon.svg', base }: Site): object {
  const extension = extname(icon);
  // Pressed icons are square and named by their pixels; to claim a size that is not there hides an icon.
  const pixels = /-(\d+)\.png$/.exec(icon)?.[1];
  return {
    src: withBase(base, `/${icon}`),
    type: iconTypes[extension],
    sizes: extension === '.svg' ? 'any' : pixels && `${pixels}x${pixels}`,
    purpose: 'any',
  };
}

/** The first words of a long name that fit; the whole name when not even one does. */
function shortName(name: string): string {
  if (name.length <= shortLimit) return name;
  const cut = name.slice(0, shortLimit + 1).lastIndexOf(' ');
  return cut > 0 ? name.slice(0, cut) : name;
}
