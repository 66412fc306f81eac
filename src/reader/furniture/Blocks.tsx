import type { ReactNode } from 'react';
import type { Block } from '../../model/body.ts';
import { words } from '../ui/words.ts';
import styles from './Blocks.module.css';
import body from './Body.module.css';
import { Cite } from './Cite.tsx';
import { EmbedCard } from './EmbedCard.tsx';
import { Inlines } from './Inlines.tsx';
import { PictureFigure } from './PictureFigure.tsx';
import { spokenOf } from './spokenOf.ts';
import { TableBlock } from './TableBlock.tsx';

const sizes = '(width >= 64rem) 40rem, 100vw';
const gallerySizes = '(width >= 64rem) 20rem, 50vw';

interface Props {
  blocks: readonly Block[];
  /** Stands at the beginning of the first paragraph. */
  lead?: ReactNode;
  /** Index of the paragraph that carries the end mark. */
  end?: number | undefined;
}

/** Blocks in their order; a body never changes on the page, so their places are their keys. */
export function Blocks({ blocks, lead, end }: Props) {
  return blocks.map((block, index) => (
    <BlockView
      key={index}
      block={block}
      lead={index === 0 ? lead : undefined}
      isEnd={index === end}
    />
  ));
}

function BlockView({ block, lead, isEnd }: { block: Block; lead: ReactNode; isEnd: boolean }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p className={isEnd ? body.end : undefined} {...spokenOf(block)}>
          {lead}
          <Inlines inlines={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading {...spokenOf(block)}>
          <Inlines inlines={block.children} />
        </Heading>
      );
    }
    case 'pullquote':
      // Repeats words of the text for the eye; those who listen hear them once.
      return (
        <aside className={styles.pull} aria-hidden="true" {...spokenOf(block)}>
          <p>
            <Inlines inlines={block.children} />
          </p>
          <Cite cite={block.cite} />
        </aside>
      );
    case 'note':
      return (
        <p className={styles.note} {...spokenOf(block)}>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'quote':
      return (
        <blockquote {...spokenOf(block)}>
          <Blocks blocks={block.blocks} />
          <Cite cite={block.cite} />
        </blockquote>
      );
    case 'list':
      return <ListBlock block={block} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'picture':
      return <PictureFigure picture={block.picture} sizes={sizes} />;
    case 'gallery':
      return (
        <div className={styles.gallery}>
          {block.pictures.map((picture, index) => (
            <PictureFigure key={index} picture={picture} sizes={gallerySizes} />
          ))}
        </div>
      );
    case 'code':
      return (
        <section
          className={styles.code}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys can scroll only what takes focus
          tabIndex={0}
          aria-label={words.code}
          dir="ltr"
        >
          <pre>
            <code>{block.text}</code>
          </pre>
        </section>
      );
    case 'rule':
      return <hr />;
    case 'embed':
      return <EmbedCard block={block} />;
  }
}

function ListBlock({ block }: { block: Extract<Block, { type: 'list' }> }) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Blocks blocks={item} />
    </li>
  ));
  return block.ordered ? (
    <ol start={block.start} {...spokenOf(block)}>
      {items}
    </ol>
  ) : (
    <ul {...spokenOf(block)}>{items}</ul>
  );
}
