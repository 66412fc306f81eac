/**
 * Thrown when what is remembered and what lies there do not agree: a file was changed by hand, or a source while it was
 * read. What is remembered of sources and pages is then dropped, and everything made anew.
 */
export class OutOfStep extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is not what it was`);
    this.path = path;
  }
}
