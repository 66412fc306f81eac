/** A file's name without folders and its last extension: `stories/moon.en.json` → `moon.en`. */
export function fileStem(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]+$/, '');
}
