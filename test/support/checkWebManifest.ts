/** A manifest as it was read, or anything else. */
type Fields = Record<string, unknown>;

const displays = ['fullscreen', 'standalone', 'minimal-ui', 'browser'];
const purposes = ['any', 'maskable', 'monochrome'];

/**
 * What a browser would pass over or refuse in a web manifest, a sentence each; nothing when all of it counts.
 * Source: https://www.w3.org/TR/appmanifest/, the processing steps of each member.
 * @param url of the manifest, whole
 * @param hasFile whether the edition has a file at a path of the host
 */
export function checkWebManifest(
  text: string,
  url: string,
  hasFile: (path: string) => boolean,
): string[] {
  const manifest = JSON.parse(text) as Fields;
  const faults: string[] = [];
  const expect = (isRight: boolean, fault: string): void => {
    if (!isRight) faults.push(fault);
  };
  const resolve = (value: unknown): URL | undefined =>
    typeof value === 'string' && URL.canParse(value, url) ? new URL(value, url) : undefined;

  const start = resolve(manifest['start_url']);
  const scope = resolve(manifest['scope']);
  const isWithin = (place: URL | undefined): boolean =>
    place !== undefined &&
    scope !== undefined &&
    place.origin === scope.origin &&
    place.pathname.startsWith(scope.pathname);
  for (const name of ['name', 'short_name']) {
    expect(typeof manifest[name] === 'string' && manifest[name] !== '', `${name} is no text`);
  }
  expect(isWithin(start), 'start_url lies outside the scope');
  expect(resolve(manifest['id'])?.origin === start?.origin, 'id is of another origin');
  expect(displays.includes(String(manifest['display'])), 'display is none that is known');
  expect(['ltr', 'rtl', 'auto'].includes(String(manifest['dir'])), 'dir is no direction');
  expect(isLanguage(manifest['lang']), 'lang is no language');
  for (const name of ['theme_color', 'background_color']) {
    expect(/^#[0-9a-f]{6}$/.test(String(manifest[name])), `${name} is no colour`);
  }

  const checkIcon = (icon: Fields, of: string): void => {
    const src = resolve(icon['src']);
    expect(
      isWithin(src) && src !== undefined && hasFile(src.pathname),
      `${of}: no file at its src`,
    );
    expect(String(icon['type']).startsWith('image/'), `${of}: type is no picture's`);
    expect(/^(?:any|\d+x\d+)$/.test(String(icon['sizes'])), `${of}: sizes cannot be read`);
    const { purpose = 'any' } = icon;
    const isKnown =
      typeof purpose === 'string' && purpose.split(' ').every((one) => purposes.includes(one));
    expect(isKnown, `${of}: purpose is none that is known`);
  };
  const icons = listOf(manifest['icons']);
  icons.forEach((icon, index) => checkIcon(icon, `icon ${index}`));
  // What Chromium asks for before it offers to install, and Android before it masks.
  const has = (size: string, purpose: string): boolean =>
    icons.some((icon) => icon['sizes'] === size && icon['purpose'] === purpose);
  for (const size of ['192x192', '512x512']) {
    for (const purpose of ['any', 'maskable']) {
      expect(has(size, purpose), `there is no icon of ${size} for ${purpose}`);
    }
  }

  for (const [index, shortcut] of listOf(manifest['shortcuts']).entries()) {
    const of = `shortcut ${index}`;
    expect(typeof shortcut['name'] === 'string' && shortcut['name'] !== '', `${of} has no name`);
    expect(isWithin(resolve(shortcut['url'])), `${of} leads outside the scope`);
    for (const icon of listOf(shortcut['icons'])) checkIcon(icon, of);
  }
  return faults;
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}

function isLanguage(value: unknown): boolean {
  try {
    return Intl.getCanonicalLocales(String(value)).length === 1;
  } catch {
    return false;
  }
}
