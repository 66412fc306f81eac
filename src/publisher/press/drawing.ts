import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';

const byteLimit = 5 * 1024 * 1024;
const drawnLimit = 128 * 1024 * 1024;

/** A whole program in one line, as it must run from the sources as well as from the build. */
const program = `
  const sharp = require(process.argv[1]);
  const parts = [];
  process.stdin.on('data', (part) => parts.push(part));
  process.stdin.on('end', async () => {
    const options = { density: Number(process.argv[2]), limitInputPixels: Number(process.argv[3]) };
    process.stdout.write(await sharp(Buffer.concat(parts), options).png({ compressionLevel: 1 }).toBuffer());
  });
`;

interface Drawing {
  /** Pixels per inch, 72 being the drawing's own size. */
  density: number;
  /** Most pixels of the result. */
  pixelLimit: number;
  /** How long it may take; an honest drawing takes less than a second. */
  milliseconds?: number;
}

/**
 * Draws a drawing (SVG) as a PNG. A small one can be made to take for ever, and the library that draws cannot be
 * stopped, so it works in a process of its own, which can.
 * @throws {Error} with what is wrong, as the end of a sentence
 */
export function draw(
  bytes: Uint8Array,
  { density, pixelLimit, milliseconds = 8000 }: Drawing,
): Promise<Uint8Array> {
  const library = createRequire(import.meta.url).resolve('sharp');
  const args = ['-e', program, library, String(density), String(pixelLimit)];
  const limits = { timeout: milliseconds, killSignal: 'SIGKILL', maxBuffer: drawnLimit } as const;
  return new Promise((resolve, reject) => {
    const options = { encoding: 'buffer', windowsHide: true, ...limits } as const;
    const drawing = execFile(process.execPath, args, options, (error, png) => {
      if (error === null) resolve(png);
      else if (error.killed === true) reject(new Error('it takes too long to draw'));
      else reject(new Error('it cannot be drawn'));
    });
    // One that ends early does not read all; why it ended is told above.
    drawing.stdin?.on('error', () => undefined).end(bytes);
  });
}

/**
 * What is wrong with a drawing, as the end of a sentence, before any library reads it; undefined for a good one, and
 * for what is none. Scripts and links in it are inert, but entities and compression could unfold to gigabytes.
 */
export function refuseDrawing(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'compressed drawings are not read';
  if (!/<svg|<\?xml|<!|<[\w-]+:svg/.test(textOf(bytes.subarray(0, 4096)))) return undefined;
  if (bytes.length > byteLimit) return 'the drawing is larger than 5 MiB';
  const text = textOf(bytes);
  if (/<!ENTITY/i.test(text) || /<!DOCTYPE[^>]*\[/i.test(text)) {
    return 'the drawing defines entities, which are not allowed';
  }
  return undefined;
}

/** As text in which marks can be looked for, whatever the encoding; in UTF-16 every other byte is zero. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
}
