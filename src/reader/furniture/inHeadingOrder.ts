import type { Block } from '../../model/body.ts';

/** Raises the headings of level 3 that come before any of level 2, so that no level is skipped after the h1. */
export function inHeadingOrder(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.type === 'heading' && block.level === 2);
  return blocks.map((block, index) =>
    block.type === 'heading' && (first === -1 || index < first) ? { ...block, level: 2 } : block,
  );
}
