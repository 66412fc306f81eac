/** A file of an edition that is still to be made; `make` gives its whole text when its turn to be written comes. */
export interface HostFile {
  /** Path inside the edition. */
  path: string;
  make: () => string;
}

/** The file that stands at an address as it is. */
export function hostFile(address: string, make: () => string): HostFile {
  return { path: address.slice(1), make };
}
