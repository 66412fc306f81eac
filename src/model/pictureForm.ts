/** Names of boxes of ISO/IEC 14496-12, their four letters as one number. */
const [ftyp, mdat, ispe] = [0x66747970, 0x6d646174, 0x69737065];

/**
 * Whether a picture is whole, by its own form: a JPEG ends with its mark (FFD9), a PNG with its IEND chunk, and an AVIF
 * is a row of boxes that each say their length and together fill the file (ISO/IEC 14496-12 §4.2).
 */
export function isWholePicture(bytes: Uint8Array<ArrayBuffer>, type: string): boolean {
  const { length } = bytes;
  if (length < 16) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  if (type === 'image/jpeg') {
    return view.getUint16(0) === 0xffd8 && view.getUint16(length - 2) === 0xffd9;
  }
  if (type === 'image/png') {
    return view.getUint32(0) === 0x89504e47 && view.getUint32(length - 8) === 0x49454e44;
  }
  if (view.getUint32(4) !== ftyp) return false;
  let place = 0;
  let hasData = false;
  while (place + 8 <= length) {
    const size = view.getUint32(place);
    if (size < 8) return false;
    hasData ||= view.getUint32(place + 4) === mdat;
    place += size;
  }
  return hasData && place === length;
}

/**
 * The widths that a picture's own head tells, in pixels: of a JPEG by its frame (ITU-T T.81 B.2.2), of a PNG by its first
 * chunk, of an AVIF by the properties `ispe` of its images (ISO/IEC 23008-12 §6.5.3). None where there is no such head.
 */
export function pictureWidths(bytes: Uint8Array<ArrayBuffer>, type: string): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (type === 'image/png') return bytes.length < 24 ? [] : [view.getUint32(16)];
  if (type === 'image/jpeg') return jpegWidth(view);
  const widths: number[] = [];
  for (let place = 4; place + 16 <= bytes.length && place < head; place += 1) {
    if (view.getUint32(place) === ispe) widths.push(view.getUint32(place + 8));
  }
  return widths;
}

/** The properties of an AVIF stand before its pixels. Bytes. */
const head = 4096;

function jpegWidth(view: DataView): number[] {
  let place = 2;
  while (place + 9 < view.byteLength && view.getUint8(place) === 0xff) {
    const marker = view.getUint8(place + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(place + 7)];
    place += 2 + view.getUint16(place + 2);
  }
  return [];
}
