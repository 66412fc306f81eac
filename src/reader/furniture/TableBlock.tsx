import { useId } from 'react';
import type { Block, Cell } from '../../model/body.ts';
import { words } from '../ui/words.ts';
import { Inlines } from './Inlines.tsx';
import { spokenOf } from './spokenOf.ts';
import styles from './TableBlock.module.css';

/** A table in a region of its own, which scrolls sideways by touch, wheel and keys when it is wider than the text. */
export function TableBlock({ block }: { block: Extract<Block, { type: 'table' }> }) {
  const id = useId();
  const { caption, head, rows } = block;
  return (
    <section
      className={styles.wrap}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys can scroll only what takes focus
      tabIndex={0}
      {...(caption === undefined ? { 'aria-label': words.table } : { 'aria-labelledby': id })}
      {...spokenOf(block)}
    >
      <table>
        {caption !== undefined && (
          <caption id={id}>
            <Inlines inlines={caption} />
          </caption>
        )}
        {head.length > 0 && (
          <thead>
            <Rows rows={head} isHead />
          </thead>
        )}
        <tbody>
          <Rows rows={rows} />
        </tbody>
      </table>
    </section>
  );
}

function Rows({ rows, isHead = false }: { rows: Cell[][]; isHead?: boolean }) {
  return rows.map((cells, row) => (
    <tr key={row}>
      {cells.map(({ children, head, colSpan, rowSpan }, column) => {
        const scope = head ?? (isHead ? 'col' : undefined);
        const Cell = scope === undefined ? 'td' : 'th';
        return (
          <Cell key={column} scope={scope} colSpan={colSpan} rowSpan={rowSpan}>
            <Inlines inlines={children} />
          </Cell>
        );
      })}
    </tr>
  ));
}
