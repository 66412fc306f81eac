import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../../support/projectFolder.ts';
import type { Point } from './breaks.ts';

/** What is written down, a line each: the requests of a journey, or what came of one walk. */
type Line =
  | { journey: string; points: Point[] }
  /** How many walks there are to be, over how many kinds of requests. */
  | { journey: string; planned: number; kinds: number }
  /** `wrong` is null when the journey never came to that request. */
  | { journey: string; walk: string; wrong: string[] | null };

/**
 * Which walks were made over this build, so that thousands of them can be broken off and taken up again. What came out
 * wrong is walked again. One file for all workers of the runner, to which each appends.
 */
export class WalkBook {
  readonly #file: string;

  constructor() {
    const folder = path.join(projectFolder, 'test/results/walks');
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, `${nameOfBuild()}.jsonl`);
  }

  points(journey: string): Point[] | undefined {
    const found = this.#lines().find((line) => line.journey === journey && 'points' in line);
    return found && 'points' in found ? found.points : undefined;
  }

  /** The walks of a journey that need not be made again, by name, and whether each came to its request. */
  done(journey: string): ReadonlyMap<string, boolean> {
    const walks = new Map<string, boolean>();
    for (const line of this.#lines()) {
      if (line.journey !== journey || !('walk' in line)) continue;
      if (line.wrong === null || line.wrong.length === 0) walks.set(line.walk, line.wrong !== null);
      else walks.delete(line.walk);
    }
    return walks;
  }

  write(line: Line): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #lines(): Line[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').trim().split('\n');
    return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
  }
}

/** A name for what was built: other files, or files of another size, are another build. */
function nameOfBuild(): string {
  const build = path.join(projectFolder, 'build');
  const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).toSorted();
  const sizes = files.map((file) => `${file} ${statSync(path.join(build, file)).size}`);
  return createHash('sha256').update(sizes.join('\n')).digest('hex').slice(0, 12);
}
