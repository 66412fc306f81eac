/**
 * The program that `decoder.ts` runs, as text, as it must run from the sources as well as from the build: `node -e`
 * with the path of the library and the names of its readers. It takes an order at a time, a line of JSON and so many
 * bytes of a picture, and answers with a line of JSON and so many bytes made of it.
 */
export const decoderProgram = `
const sharp = require(process.argv[1]);
const readers = JSON.parse(process.argv[2]);
// Nothing is made twice, so what the library keeps for that is memory lost.
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: Object.values(readers).map((name) => 'VipsForeignLoad' + name) });

async function make(bytes, { kind, width, height, pixelLimit, heifPixelLimit }) {
  // Of a moving picture only the first frame is read.
  const head = await sharp(bytes, { limitInputPixels: pixelLimit }).metadata();
  if (!Object.hasOwn(readers, head.format)) throw new Error('the format ' + head.format + ' is not read');
  const upright = head.autoOrient;
  if (head.format === 'heif' && upright.width * upright.height > heifPixelLimit) {
    throw new Error('Input image exceeds pixel limit');
  }
  // A drawing has no pixels of its own, so it is drawn as large as it is ever shown; 72 is the density of its own.
  const length = kind === 'icon' ? Math.max(upright.width, upright.height) : upright.width;
  const density = Math.min(Math.max((72 * width) / length, 1), 7200);
  const options = { limitInputPixels: pixelLimit, ...(head.format === 'svg' ? { density } : {}) };
  const picture = sharp(bytes, options).autoOrient();
  if (kind === 'icon') {
    return picture
      .resize({ width, height, fit: 'contain', background: '#0000' })
      .ensureAlpha()
      .png()
      .toBuffer({ resolveWithObject: true });
  }
  return picture
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function answer(order, bytes) {
  try {
    const { data, info } = await make(bytes, order);
    const { width, height, channels } = info;
    process.stdout.write(JSON.stringify({ ok: true, bytes: data.length, width, height, channels }) + '\\n');
    process.stdout.write(data);
  } catch (error) {
    const [reason] = String(error.message).split('\\n');
    process.stdout.write(JSON.stringify({ ok: false, bytes: 0, reason: reason.slice(0, 200) }) + '\\n');
  }
}

let held = [];
let order;
process.stdin.on('data', (part) => {
  held.push(part);
  if (order === undefined) {
    const all = Buffer.concat(held);
    const end = all.indexOf(10);
    if (end === -1) return;
    order = JSON.parse(all.subarray(0, end).toString());
    held = [all.subarray(end + 1)];
  }
  const length = held.reduce((sum, one) => sum + one.length, 0);
  if (length < order.bytes) return;
  answer(order, Buffer.concat(held));
  held = [];
  order = undefined;
});
// Nobody is left to work for; what is under way would keep an ordinary end waiting.
process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL'));
`;
