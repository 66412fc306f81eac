import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What the names of a file's compressed copies end with. */
export const copyEndings = ['.br', '.gz'] as const;

const compressible = /\.(?:html|json|js|css|svg|xml|atom|txt|webmanifest)$/;
/** For the few programs that know no brotli: two thirds of the usual time, and four hundredths more of bytes. */
const zipLevel = 4;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Whether a file is worth a compressed copy: pictures and fonts are compressed as they are. */
export function isCompressible(path: string): boolean {
  return compressible.test(path);
}

/**
 * The brotli and gzip copies of a file, for hosts that serve such copies: `x.html.br`, `x.html.gz`. Node makes them on
 * threads of its own.
 */
export async function copiesOf(
  path: string,
  bytes: Uint8Array,
): Promise<{ path: string; content: Uint8Array }[]> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualityOf(path),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  const contents = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: zipLevel })]);
  return contents.map((content, index) => ({ path: `${path}${copyEndings[index]}`, content }));
}

/** What is named by its content is compressed once, so it is worth the best; the rest comes close at a hundredth of the time. */
function qualityOf(path: string): number {
  return path.startsWith('assets/') ? 11 : 5;
}
