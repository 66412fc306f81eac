import { systemCode } from '../press/files.ts';
import { priceOfForgetting } from '../press/occupied.ts';
import { UnreadableRecord } from '../press/record.ts';
import { UnusableSource } from '../sources/unusableSource.ts';
import { exit } from './exit.ts';
import { Stopped } from './stopping.ts';

/** What the machine may say, where it matters of which deed, in words; the path follows. */
const sentences: Readonly<Record<string, string>> = {
  EACCES: 'This account may not write here',
  EPERM: 'This account may not write here',
  EROFS: 'Nothing can be written here',
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  'mkdir ENOENT': 'No folder can be made here',
  ENOTDIR: 'A file stands where a folder is needed',
  EEXIST: 'A file stands where a folder is needed',
  EISDIR: 'A folder stands where a file is needed',
  EMFILE: 'Too many files are open on this machine',
  ENAMETOOLONG: 'The name is too long for this disk',
  ERR_WORKER_OUT_OF_MEMORY:
    'The memory that Node may use ran out; give it more, as with NODE_OPTIONS=--max-old-space-size=4096 (MB)',
  EADDRINUSE: 'Twenty ports in a row are in use; choose another with --port',
};

/** How to go on when what is remembered of an edition cannot be read: all of it goes together. */
function cureOf(path: string): string {
  const [, state = 'its folder in .lede'] = /^(.*[\\/]\.lede[\\/][^\\/]+)[\\/]/.exec(path) ?? [];
  return (
    `Put back a good copy of ${state}, or use the newer Lede. Without one, remove ${state} and publish ` +
    `with --force, or into an empty folder: ${priceOfForgetting}.`
  );
}

/** What to tell the person at the terminal, and the exit code. Only a defect of ours shows its stack. */
export function explainFailure(error: unknown): { message: string; code: number } {
  if (error instanceof Stopped) return { message: `${error.message}\n`, code: error.code };
  if (error instanceof UnusableSource) {
    return { message: `${error.message}\n`, code: exit.misused };
  }
  if (error instanceof UnreadableRecord) {
    return { message: `${error.message}. ${cureOf(error.path)}\n`, code: exit.failed };
  }
  const code = systemCode(error) ?? '';
  const deed = error instanceof Error && 'syscall' in error ? String(error.syscall) : '';
  const sentence = sentences[`${deed} ${code}`] ?? sentences[code];
  if (sentence !== undefined) {
    const path = error instanceof Error && 'path' in error ? String(error.path) : undefined;
    return {
      message: `${sentence}${path === undefined ? '' : `: ${path}`}.\n`,
      code: exit.failed,
    };
  }
  const stack = stacksOf(error).join('\ncaused by ');
  return { message: `This is a defect in Lede; please report it.\n${stack}\n`, code: exit.failed };
}

/** The stack of an error and of what caused it. */
function stacksOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const { stack = error.message, cause } = error;
  return [stack, ...(cause === undefined ? [] : stacksOf(cause))];
}
