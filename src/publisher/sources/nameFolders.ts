import { compareText } from '../desk/order.ts';
import { toSlashes } from './walkFolder.ts';

/** What is remembered of the folders that sources were named by, so that a file's name means one story for ever. */
export interface FolderNames {
  /** The folder whose files go by their path inside it alone. */
  plain: string;
  /** More than one folder was named at some time: another folder's files never go by their plain path. */
  hadMore: boolean;
}

/**
 * What stands before the paths of each folder's files: nothing for one folder, `<folder>//` for the others. It depends
 * neither on the order of the folders nor on the files in them: stories are remembered by these names.
 *
 * @param roots absolute paths of folders, each once
 */
export function nameFolders(
  roots: readonly string[],
  known?: FolderNames,
): { prefixes: ReadonlyMap<string, string>; names: FolderNames | undefined } {
  const keys = shortKeys(roots);
  const [first] = [...keys.values()].toSorted(compareText);
  if (first === undefined) return { prefixes: new Map(), names: known };
  const isAlone = roots.length === 1;
  const plain = known === undefined || (isAlone && !known.hadMore) ? first : known.plain;
  const names = { plain, hadMore: !isAlone || known?.hadMore === true };
  const prefixes = new Map([...keys].map(([root, key]) => [root, key === plain ? '' : `${key}//`]));
  return { prefixes, names };
}

/** The ends of paths, each as short as tells it from the others. */
function shortKeys(roots: readonly string[]): Map<string, string> {
  const paths = roots.map((root) => toSlashes(root).split('/'));
  const endOf = (path: readonly string[], length: number): string => path.slice(-length).join('/');
  return new Map(
    roots.map((root, index) => {
      const path = paths[index] ?? [];
      let length = 1;
      const isShared = (): boolean =>
        paths.some((other) => other !== path && endOf(other, length) === endOf(path, length));
      while (length < path.length && isShared()) length += 1;
      return [root, endOf(path, length)];
    }),
  );
}
