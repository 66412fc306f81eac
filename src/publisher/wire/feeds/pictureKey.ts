/** Parameters that name no other picture, only another size of it or how it comes. */
const sizing = /^(?:w|h|width|height|size|resize|fit|crop|dpr|q|quality|auto|format|fm)=/i;
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|heic)$/i;

/** The same for all addresses of a picture, in whatever sizes. */
export function pictureKey(src: string): string {
  const [path = '', query = ''] = src
    .replace(/^https?:\/\//, '')
    .replace(/#.*$/, '')
    .split(/\?(.*)/s, 2);
  // photo-1024x576.jpg?w=800 and photo-scaled.jpg are sizes of photo.jpg; /size/w600/ is one of Ghost's.
  const name = path
    .replace(/\/size\/w\d+(?:h\d+)?(?=\/)/, '')
    .replace(/(?:-\d{2,5}x\d{2,5}|-scaled)(?=\.[a-z]{3,4}$)/i, '');
  // photo.php?id=2 is another picture than photo.php?id=1.
  const kept = pictureFile.test(path) ? [] : query.split('&').filter((one) => !sizing.test(one));
  return [name, ...kept].filter((part) => part !== '').join('?');
}
