import { decodePath } from '../bodyLink.ts';
import { parseWebAddress } from './webLink.ts';

/** Parameters that name no other picture, only another size of it or how it comes. */
const sizing = /^(?:w|h|width|height|size|resize|fit|crop|dpr|q|quality|auto|format|fm)=/i;
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|heic)$/i;
const escapes = /(?:%[\da-f]{2})+/gi;
/** Where the addresses of a document start that has none itself: what counts is that they all start there. */
const nowhere = 'https://beside.invalid/';

/**
 * The same for all addresses of a picture, in whatever sizes and however they are written. Two pictures may have one key
 * where their hosts tell them apart by a query only, `a.jpg?id=1` and `a.jpg?id=2`: then what holds one holds both.
 * @param base what a relative address is relative to
 */
export function anySizeKey(address: string, base = nowhere): string {
  // Names of files are written with and without escapes, and read as either: photo%20one.jpg is photo one.jpg.
  const plain = unescaped(address);
  const whole = unescaped(parseWebAddress(plain, base) ?? plain);
  const [path = '', query = ''] = whole
    .replace(/^https?:\/\//, '')
    .replace(/#.*$/s, '')
    .split(/\?(.*)/s, 2);
  // photo-1024x576.jpg?w=800 and photo-scaled.jpg are sizes of photo.jpg; /size/w600/ is one of Ghost's.
  const name = path
    .replace(/\/{2,}/g, '/')
    .replace(/\/size\/w\d+(?:h\d+)?(?=\/)/, '')
    .replace(/(?:-\d{2,5}x\d{2,5}|-scaled)(?=\.[a-z]{3,4}$)/i, '');
  // photo.php?id=2 is another picture than photo.php?id=1.
  const kept = pictureFile.test(path) ? [] : query.split('&').filter((one) => !sizing.test(one));
  return [name, ...kept.toSorted()]
    .filter((part) => part !== '')
    .join('?')
    .normalize();
}

/** Twice, as what reads an address may have undone its escapes before it is compared. */
function unescaped(text: string): string {
  const once = text.replace(escapes, decodePath);
  return once === text ? text : once.replace(escapes, decodePath);
}
