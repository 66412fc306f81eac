import { someRecords, type Own } from '../../storage/own.ts';
import { words } from '../../ui/words.ts';
import './marks.css';
import { trailLinks } from './trailLinks.ts';

/** What a mark says of a story. */
type Mark = 'read' | 'changed';

interface Marking {
  own: Own;
  base: string;
  /** Which of these stories have changed since the reader read them. */
  findChanged: (slugs: readonly string[]) => Promise<ReadonlySet<string>>;
}

/**
 * Marks the trails on the page whose story the reader has read, or which has changed since, as the page and the record
 * change. Attributes on the elements that are there: nothing moves, and a list of hundreds costs no rendering.
 * Returns how to stop.
 */
export function markTrails({ own, base, findChanged }: Marking): () => void {
  let isStopped = false;
  let isWaiting = false;
  const mark = async (): Promise<void> => {
    isWaiting = false;
    const links = trailLinks(document, base);
    const visits = await someRecords(own, 'visits', [...new Set(links.values())]);
    if (!visits.ok || isStopped) return;
    const read = new Set(visits.value.filter(({ isRead }) => isRead).map(({ slug }) => slug));
    for (const [link, slug] of links) show(link, read.has(slug) ? 'read' : undefined);
    const changed = await findChanged([...read]);
    if (isStopped) return;
    for (const [link, slug] of links) if (changed.has(slug)) show(link, 'changed');
  };
  const soon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    // After the frame that shows the change.
    requestAnimationFrame(() => setTimeout(() => void mark()));
  };
  const watcher = new MutationObserver(soon);
  watcher.observe(document.body, { childList: true, subtree: true });
  const stopListening = own.changes.listen((store) => {
    if (store === 'visits' || store === 'readings') soon();
  });
  soon();
  return () => {
    isStopped = true;
    watcher.disconnect();
    stopListening();
  };
}

function show(link: HTMLAnchorElement, mark: Mark | undefined): void {
  const meta = link.closest('article')?.querySelector<HTMLElement>('p.meta') ?? undefined;
  if (mark === undefined) {
    link.removeAttribute('aria-description');
    delete link.dataset['mark'];
    delete meta?.dataset['mark'];
    return;
  }
  const word = words.marks[mark];
  link.dataset['mark'] = mark;
  link.setAttribute('aria-description', word);
  if (meta !== undefined) Object.assign(meta.dataset, { mark, word });
}
