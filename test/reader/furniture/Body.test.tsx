import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../../src/model/body.ts';
import { Body } from '../../../src/reader/furniture/Body.tsx';
import { moonPicture } from '../pages/documents.ts';
import { showPage } from '../pages/showPage.tsx';

afterEach(cleanup);

const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('the text of a story', () => {
  test('shows links of the edition under its base and others as they are', () => {
    showPage(
      <Body
        blocks={[
          paragraph(
            { type: 'link', href: '/story/clock', children: ['inside'] },
            { type: 'link', href: 'https://example.org/x', children: ['outside'] },
          ),
        ]}
      />,
    );

    expect(screen.getByRole('link', { name: 'inside' }).getAttribute('href')).toBe(
      '/news/story/clock',
    );
    expect(screen.getByRole('link', { name: 'outside' }).getAttribute('href')).toBe(
      'https://example.org/x',
    );
  });

  test('shows every kind of mark', () => {
    showPage(
      <Body
        blocks={[
          paragraph(
            ...(
              ['strong', 'em', 'underline', 'strike', 'sub', 'sup', 'code', 'quote'] as const
            ).map((type): Inline => ({ type, children: [type] })),
            { type: 'abbr', title: 'Light-emitting diode', children: ['LED'] },
            { type: 'break' },
            { type: 'lang', language: 'ar', dir: 'rtl', children: ['كتاب'] },
          ),
        ]}
      />,
    );

    const shown = [...document.querySelectorAll('.body p *')].map(({ tagName }) => tagName);
    expect(shown.join(' ')).toBe('STRONG EM U S SUB SUP CODE Q ABBR BR SPAN');
    expect(screen.getByText('LED').getAttribute('title')).toBe('Light-emitting diode');
    expect(screen.getByText('كتاب').getAttribute('dir')).toBe('rtl');
  });

  test('puts a table into a region that the keyboard can scroll, named by its caption', () => {
    showPage(
      <Body
        blocks={[
          {
            type: 'table',
            caption: ['Two disputes'],
            head: [[{ children: ['Dispute'] }, { children: ['Ankara'] }]],
            rows: [[{ children: ['S-400'], head: 'row' }, { children: ['Bought it'] }]],
          },
        ]}
      />,
    );

    const region = screen.getByRole('region', { name: 'Two disputes' });
    expect(region.getAttribute('tabindex')).toBe('0');
    expect(within(region).getByRole('columnheader', { name: 'Ankara' })).toBeTruthy();
    expect(within(region).getByRole('rowheader', { name: 'S-400' })).toBeTruthy();
    expect(within(region).getByRole('cell', { name: 'Bought it' })).toBeTruthy();
  });

  test('gives a quotation its source and its own language', () => {
    showPage(
      <Body
        blocks={[
          {
            type: 'quote',
            language: 'ar',
            dir: 'rtl',
            blocks: [paragraph('الضوء')],
            cite: ['ابن الهيثم'],
          },
        ]}
      />,
    );

    const quote = screen.getByRole('blockquote');
    expect(quote.getAttribute('lang')).toBe('ar');
    expect(quote.textContent).toContain('الضوءابن الهيثم');
  });

  test('keeps a pull quote from being heard twice', () => {
    showPage(<Body blocks={[{ type: 'pullquote', children: ['Said already.'] }]} />);

    expect(screen.getByText('Said already.').closest('aside')?.getAttribute('aria-hidden')).toBe(
      'true',
    );
  });

  test('numbers an ordered list from where it starts, with lists inside it', () => {
    showPage(
      <Body
        blocks={[
          {
            type: 'list',
            ordered: true,
            start: 3,
            items: [
              [paragraph('third')],
              [
                paragraph('fourth'),
                { type: 'list', ordered: false, items: [[paragraph('inner')]] },
              ],
            ],
          },
        ]}
      />,
    );

    const [outer, inner] = screen.getAllByRole('list');
    expect(outer?.getAttribute('start')).toBe('3');
    expect(inner?.textContent).toContain('inner');
  });

  test('says of something embedded where its link leads', () => {
    showPage(
      <Body
        blocks={[
          { type: 'embed', url: 'https://www.example.org/v/1', title: 'Laser ranging, filmed' },
        ]}
      />,
    );

    expect(screen.getByRole('link', { name: 'Laser ranging, filmed' }).getAttribute('href')).toBe(
      'https://www.example.org/v/1',
    );
    expect(screen.getByText('Opens example.org')).toBeTruthy();
  });

  test('shows pictures, code, rules and notes', () => {
    showPage(
      <Body
        blocks={[
          { type: 'picture', picture: { ...moonPicture, alt: null } },
          { type: 'gallery', pictures: [moonPicture, moonPicture] },
          { type: 'code', text: 'const rate = 3.8;' },
          { type: 'rule' },
          { type: 'note', children: ['First published in 2019.'] },
        ]}
      />,
    );

    const figures = screen.getAllByRole('figure');
    expect(figures).toHaveLength(3);
    expect(figures[0]?.textContent).toContain(
      'Picture without description. The Moon on the fourth day.',
    );
    expect(screen.getByRole('region', { name: 'Code' }).textContent).toContain('const rate = 3.8;');
    expect(screen.getByRole('separator')).toBeTruthy();
    expect(screen.getByText('First published in 2019.')).toBeTruthy();
  });

  test('lets the place of filing stand alone when the text opens with something else', () => {
    showPage(<Body dateline="Ankara" blocks={[{ type: 'rule' }, paragraph('Text.')]} />);

    expect(screen.getByText('Ankara').closest('p')?.textContent.trim()).toBe('Ankara');
  });

  test('never skips a heading level after the headline', () => {
    showPage(
      <Body
        blocks={[
          { type: 'heading', level: 3, children: ['Before'] },
          { type: 'heading', level: 2, children: ['First'] },
          { type: 'heading', level: 3, children: ['Below'] },
        ]}
      />,
    );

    expect(screen.getAllByRole('heading').map(({ tagName }) => tagName)).toEqual([
      'H2',
      'H2',
      'H3',
    ]);
  });
});
