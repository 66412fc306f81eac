/** A square PNG that shows the edition on a home screen. */
export interface IconFile {
  /** Inside the edition. */
  path: string;
  /** Width and height in pixels. */
  size: number;
  /** `maskable`: what it shows lies inside the circle that no system cuts into, on a ground that fills the square. */
  purpose: 'any' | 'maskable';
}

/** What systems ask for: a home screen wants 192, the picture shown while an app starts 512. */
const kinds = [
  { size: 192, purpose: 'any' },
  { size: 512, purpose: 'any' },
  { size: 192, purpose: 'maskable' },
  { size: 512, purpose: 'maskable' },
] as const;

/** The reader's own icon as a drawing; lede.json may name another. */
export const drawnIcon = 'icon.svg';

/** @param icon of the site: the path of its smallest PNG, whose name tells the others'; absent: the reader's own */
export function iconFiles(icon?: string): IconFile[] {
  const stem = icon === undefined ? 'icon' : icon.replace(/-\d+\.png$/, '');
  return kinds.map(({ size, purpose }) => {
    const name = purpose === 'any' ? stem : `${stem}-${purpose}`;
    return { path: `${name}-${size}.png`, size, purpose };
  });
}
