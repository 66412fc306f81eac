import type { Cell } from '../../model/body.ts';
import { parseLink } from '../../model/link.ts';
import type { HandBlock } from './blockSchema.ts';
import { cleanLine, cleanText } from './cleanText.ts';
import type { Finding, Path } from './finding.ts';
import { field } from './field.ts';
import { inlinesFromMarkdown, markdownBlocks } from './markdownBlocks.ts';
import { toPicture } from './toPicture.ts';
import type { Remark } from './remarks.ts';
import { withoutTextNotes } from './withoutFieldNotes.ts';
import type { SourceBlock } from './wireItem.ts';

/** A body as people write it, as blocks. What was lost on the way is added to `warnings`. */
export function bodyBlocks(
  body: string | readonly (string | HandBlock)[],
  path: Path,
  warnings: Finding[],
): SourceBlock[] {
  if (typeof body === 'string') return fromMarkdown(body, path, warnings);
  return body.flatMap((part, index) =>
    typeof part === 'string'
      ? fromMarkdown(part, [...path, index], warnings)
      : fromBlock(part, [...path, index], warnings),
  );
}

function fromMarkdown(text: string, path: Path, warnings: Finding[]): SourceBlock[] {
  const { blocks, remarks } = markdownBlocks(text);
  warnings.push(...remarks.map((remark) => toFinding(remark, path)));
  return blocks;
}

// A place in the Markdown text is none in the file, where line breaks are escaped.
function toFinding({ code, message, mend }: Remark, path: Path): Finding {
  return { code, path, message, ...field('mend', mend) };
}

function fromBlock(block: HandBlock, path: Path, warnings: Finding[]): SourceBlock[] {
  const inlines = (text: string, key: string) => {
    const { inlines: children, remarks } = inlinesFromMarkdown(text);
    warnings.push(...remarks.map((remark) => toFinding(remark, [...path, key])));
    return children;
  };
  const maybeInlines = (text: string | null | undefined, key: string) =>
    text === null || text === undefined || text.trim() === '' ? undefined : inlines(text, key);
  switch (block.type) {
    case 'heading': {
      const children = inlines(block.text, 'text');
      return children.length === 0 ? [] : [{ type: 'heading', level: block.level ?? 2, children }];
    }
    case 'quote': {
      const blocks = fromMarkdown(block.text, [...path, 'text'], warnings);
      const cite = field('cite', maybeInlines(block.cite, 'cite'));
      return blocks.length === 0 ? [] : [{ type: 'quote', blocks, ...cite }];
    }
    case 'pullquote': {
      const children = inlines(block.text, 'text');
      const cite = field('cite', maybeInlines(block.cite, 'cite'));
      return children.length === 0 ? [] : [{ type: 'pullquote', children, ...cite }];
    }
    case 'note': {
      const children = inlines(block.text, 'text');
      return children.length === 0 ? [] : [{ type: 'note', children }];
    }
    case 'list': {
      const items = block.items
        .map((item, index) => fromMarkdown(item, [...path, 'items', index], warnings))
        .filter((item) => item.length > 0);
      return items.length === 0 ? [] : [{ type: 'list', ordered: block.ordered ?? false, items }];
    }
    case 'table':
      return fromTable(block, path, inlines, warnings);
    case 'picture':
      return [{ type: 'picture', picture: toPicture(block, path, warnings) }];
    case 'gallery':
      if (block.pictures.length === 0) return [];
      return [
        {
          type: 'gallery',
          pictures: block.pictures.map((picture, index) =>
            toPicture(picture, [...path, 'pictures', index], warnings),
          ),
        },
      ];
    case 'code':
      return [
        {
          type: 'code',
          text: cleanText(block.text),
          ...field('codeLanguage', cleanLine(block.language ?? '') || undefined),
        },
      ];
    case 'rule':
      return [{ type: 'rule' }];
    case 'embed': {
      // The schema has checked the address.
      const url = parseLink(block.url) ?? block.url;
      return [
        {
          type: 'embed',
          url,
          title:
            cleanLine(withoutTextNotes(block.title ?? '', [...path, 'title'], warnings)) ||
            new URL(url).host,
          ...field('provider', cleanLine(block.provider ?? '') || undefined),
        },
      ];
    }
  }
}

function fromTable(
  block: Extract<HandBlock, { type: 'table' }>,
  path: Path,
  inlines: (text: string, key: string) => Cell['children'],
  warnings: Finding[],
): SourceBlock[] {
  const head = block.head ?? [];
  const width = Math.max(head.length, ...block.rows.map((row) => row.length));
  if (width === 0) return [];
  const all = head.length === 0 ? block.rows : [head, ...block.rows];
  if (all.some((row) => row.length !== width)) {
    const message = `expected rows of ${width} cells, got shorter ones, which end in empty cells`;
    warnings.push({ code: 'ragged-table', path, message, mend: 'give each row as many cells' });
  }
  const toRow = (row: readonly string[], headOf: (column: number) => Cell['head']): Cell[] =>
    Array.from({ length: width }, (_, column) => ({
      children: inlines(row[column] ?? '', 'rows'),
      ...field('head', headOf(column)),
    }));
  const caption = (block.caption ?? '').trim();
  return [
    {
      type: 'table',
      ...field('caption', caption === '' ? undefined : inlines(caption, 'caption')),
      head: head.length === 0 ? [] : [toRow(head, () => 'col')],
      rows: block.rows.map((row) =>
        toRow(row, (column) => (block.rowHeads === true && column === 0 ? 'row' : undefined)),
      ),
    },
  ];
}
