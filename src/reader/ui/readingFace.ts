import italic from './fonts/lede-serif-italic.woff2?url';
import roman from './fonts/lede-serif-roman.woff2?url';
import { storageKey } from './storageKey.ts';

export const faceName = 'Lede Serif';
/** Attribute of <html>, as a name of its dataset, that asks for the face; the stylesheet's `data-reading-face`. */
export const faceMark = 'readingFace';

/** Source and descriptors of a face, as FontFace takes them. */
type Face = [source: string, descriptors: FontFaceDescriptors];

/** `optional`: where a face is not there in time, the page is set in another and stays so; nothing ever moves. */
const faces: Face[] = [
  [`url("${roman}")`, { weight: '400 700', display: 'optional' }],
  [`url("${italic}")`, { weight: '400 700', style: 'italic', display: 'optional' }],
];

let ready: FontFace[] = [];

/**
 * Fetches the reading face for the pages to come, and notes it where their first script finds it
 * (app/firstScript.ts); the one on screen stays as it is. The italic is fetched when a page wants it. Does nothing on a
 * device that has the face already.
 */
export async function fetchFace(): Promise<void> {
  const text = JSON.stringify(faces);
  try {
    if (localStorage.getItem(storageKey('face')) === text) return;
    const made = faces.map(([source, descriptors]) => new FontFace(faceName, source, descriptors));
    await made[0]?.load();
    ready = made;
    localStorage.setItem(storageKey('face'), text);
  } catch {
    // Storage is refused, or the face cannot be had: pages are set in the system's.
  }
}

/** Sets the next page in the reading face, when it is there. To be called before that page is painted. */
export function showFace(): void {
  if (ready.length === 0) return;
  for (const face of ready) document.fonts.add(face);
  document.documentElement.dataset[faceMark] = '';
  ready = [];
}
