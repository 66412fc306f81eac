import type { Block } from '../../model/body.ts';
import { inHeadingOrder } from './inHeadingOrder.ts';
import { Blocks } from './Blocks.tsx';
import styles from './Body.module.css';
import { lastParagraph } from './lastParagraph.ts';

interface Props {
  blocks: readonly Block[];
  /** Place of filing, run into the first paragraph. */
  dateline?: string | undefined;
  /** Whether the last paragraph closes with the end mark, as a story's does. */
  hasEndMark?: boolean;
  /** How many blocks are shown for now; all where it is not said. */
  only?: number | undefined;
}

/** The text of a story or page. */
export function Body({ blocks, dateline, hasEndMark = false, only }: Props) {
  const isRunIn = blocks[0]?.type === 'paragraph';
  return (
    <div className={`body ${styles.body}`}>
      {dateline !== undefined && !isRunIn && (
        <p>
          <Dateline place={dateline} />
        </p>
      )}
      <Blocks
        blocks={inHeadingOrder(blocks).slice(0, only)}
        lead={dateline !== undefined && isRunIn ? <Dateline place={dateline} /> : undefined}
        end={hasEndMark ? lastParagraph(blocks) : undefined}
      />
    </div>
  );
}

function Dateline({ place }: { place: string }) {
  return (
    <>
      <bdi className={styles.dateline}>{place}</bdi>{' '}
    </>
  );
}
