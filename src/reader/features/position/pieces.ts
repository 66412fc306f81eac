import { hashText } from '../../storage/hashText.ts';
import type { Position } from '../../storage/records.ts';
import { shown } from '../../ui/shown.ts';

/** Where the top edge of the window is on a page, said by what stands there. */
export type Anchor = Pick<Position, 'piece' | 'mark' | 'into' | 'of'>;

/** The pieces of a page in order: the blocks of a story's text, or the stories of a list. */
export function piecesOf(page: ParentNode): HTMLElement[] {
  const blocks = page.querySelectorAll<HTMLElement>(`main article .body > *${shown}`);
  return [
    ...(blocks.length > 0
      ? blocks
      : page.querySelectorAll<HTMLElement>(`main :is(li, article)${shown}`)),
  ];
}

/** The anchor of the window as it is scrolled now; undefined above the first piece. */
export function measureAnchor(pieces: readonly HTMLElement[]): Anchor | undefined {
  if ((pieces[0]?.getBoundingClientRect().top ?? 0) >= 0) return undefined;
  const piece = pieces.findIndex((one) => one.getBoundingClientRect().bottom > 1);
  const element = pieces[piece];
  if (element === undefined) return undefined;
  const { top, height } = element.getBoundingClientRect();
  const into = height === 0 ? 0 : Math.min(1, Math.max(0, -top / height));
  return { piece, mark: markOf(element), into, of: pieces.length };
}

/** Pixels to scroll by to stand at an anchor; undefined when its piece is not on the page any more. */
export function wayTo(anchor: Anchor, pieces: readonly HTMLElement[]): number | undefined {
  const element = findPiece(anchor, pieces);
  if (element === undefined) return undefined;
  const { top, height } = element.getBoundingClientRect();
  return top + anchor.into * height;
}

/** The piece of an anchor: in its place, or wherever it went when others came before it. */
export function findPiece(
  { piece, mark }: Pick<Anchor, 'piece' | 'mark'>,
  pieces: readonly HTMLElement[],
): HTMLElement | undefined {
  const there = pieces[piece];
  if (there !== undefined && markOf(there) === mark) return there;
  return pieces.find((one) => markOf(one) === mark) ?? there;
}

function markOf(element: HTMLElement): string {
  const link = element.matches('li, article') ? element.querySelector('a[href]') : null;
  return link?.getAttribute('href') ?? hashText(element.textContent);
}
