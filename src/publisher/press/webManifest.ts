import { pageAddress, sectionAddress, webManifestAddress, withBase } from '../../model/address.ts';
import type { Site } from '../../model/edition.ts';
import { drawnIcon, iconFiles } from '../../model/icon.ts';
import { ownPageNames } from '../../model/ownPageNames.ts';
import { paper } from '../../model/paper.ts';
import { textFile, type HostFile } from './hostFile.ts';

/** Characters that fit under an icon on a home screen. */
const shortLimit = 12;
/** Sections among the shortcuts; systems show three or four in all, the first ones. */
const sectionsNamed = 2;

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
      // One colour for every theme; the pages name the dark one beside it.
      theme_color: paper.light,
      background_color: paper.light,
      categories: ['news'],
      icons: iconsOf(site),
      shortcuts: shortcutsOf(site),
    }),
  );
}

function iconsOf({ icon, base }: Site): object[] {
  const drawing = {
    src: withBase(base, `/${drawnIcon}`),
    type: 'image/svg+xml',
    sizes: 'any',
    purpose: 'any',
  };
  const files = iconFiles(icon).map(({ path, size, purpose }) => ({
    src: withBase(base, `/${path}`),
    type: 'image/png',
    sizes: `${size}x${size}`,
    purpose,
  }));
  return icon === undefined ? [drawing, ...files] : files;
}

/** What a long press on the icon offers: the reader's own things, then the first sections. */
function shortcutsOf({ base, icon, sections }: Site): object[] {
  const [smallest] = iconFiles(icon);
  const icons = smallest && [
    { src: withBase(base, `/${smallest.path}`), type: 'image/png', sizes: '192x192' },
  ];
  const places = [
    { name: ownPageNames.saved, address: pageAddress('saved') },
    { name: ownPageNames.device, address: pageAddress('device') },
    ...sections
      .slice(0, sectionsNamed)
      .map(({ slug, name }) => ({ name, address: sectionAddress(slug) })),
  ];
  return places.map(({ name, address }) => ({ name, url: withBase(base, address), icons }));
}

/** The first words of a long name that fit; the whole name when not even one does. */
function shortName(name: string): string {
  if (name.length <= shortLimit) return name;
  const cut = name.slice(0, shortLimit + 1).lastIndexOf(' ');
  return cut > 0 ? name.slice(0, cut) : name;
}
