import { constants, crc32, deflateRawSync } from 'node:zlib';

/** The rest of a page, at two thirds of the usual time: with its head at the best, a page has fewer bytes than at 4. */
const restLevel = 3;
/** Heads that are remembered; an edition has as many as its pages carry different parts of the stylesheet. */
const most = 8;
/** What a stored block can hold. Source: RFC 1951 §3.2.4 */
const storedLimit = 0xffff;

/** What stands between a page's title and all that is its own: more than half of it, and the same on many pages. */
interface Head {
  bytes: Buffer;
  /** Blocks of deflate, to the last byte, that look back at nothing before them. */
  packed: Buffer;
}

const heads: Head[] = [];
const headStart = Buffer.from('</title>\n');
const headEnd = Buffer.from('</script>\n');

/**
 * A page as gzip, in half the time: deflate is made of blocks, and those of its head are made once. The bytes depend on
 * nothing but the page.
 * @returns undefined when it has no such head
 */
export function zipPage(given: Uint8Array): Buffer | undefined {
  const page = Buffer.from(given.buffer, given.byteOffset, given.length);
  const title = page.indexOf(headStart);
  const start = title + headStart.length;
  if (title < 0 || start > storedLimit) return undefined;
  const head = headOf(page, start);
  if (head === undefined) return undefined;
  const rest = page.subarray(start + head.bytes.length);
  return Buffer.concat([
    zipStart,
    storedBlock(page.subarray(0, start)),
    head.packed,
    deflateRawSync(rest, { level: restLevel, dictionary: head.bytes }),
    zipEnd(page),
  ]);
}

function headOf(page: Buffer, start: number): Head | undefined {
  const end = page.indexOf(headEnd, start) + headEnd.length;
  if (end < start) return undefined;
  const bytes = page.subarray(start, end);
  const known = heads.find((one) => one.bytes.equals(bytes));
  if (known !== undefined) return known;
  const packed = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const head = { bytes: Buffer.from(bytes), packed };
  heads.unshift(head);
  heads.splice(most);
  return head;
}

/** No name, no time, so that the same page gives the same bytes. Source: RFC 1952 §2.3 */
const zipStart = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

function zipEnd(page: Buffer): Buffer {
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(page), 0);
  end.writeUInt32LE(page.length, 4);
  return end;
}

/** Bytes as they are, as a block that is not the last. */
function storedBlock(bytes: Buffer): Buffer {
  const start = Buffer.alloc(5);
  start.writeUInt16LE(bytes.length, 1);
  start.writeUInt16LE(storedLimit - bytes.length, 3);
  return Buffer.concat([start, bytes]);
}
