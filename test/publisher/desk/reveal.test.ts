import { expect, it } from 'vitest';
import { gate } from '../../../src/publisher/desk/gate.ts';
import { reveal } from '../../../src/publisher/desk/reveal.ts';
import { wired } from './copy.ts';

const now = new Date('2025-12-17T06:00:00Z');
const shown = (more: Parameters<typeof wired>[0]) =>
  gate(reveal([wired(more)], now, 'UTC'), now, 'UTC');

it.each([
  [{ draft: true }, 'Draft'],
  [{ draft: true, label: 'opinion' }, 'Draft · opinion'],
  [{ embargo: '2025-12-18T08:30:00+02:00' }, 'Embargo until 2025-12-18 06:30 UTC'],
  [{ embargo: '2025-12-18T08:30' }, 'Embargo until 2025-12-18 08:30'],
  [{ embargo: 'when it is ready' }, 'Under embargo'],
])('lets %j through, labelled %s', (more, label) => {
  const { through, held } = shown(more);
  expect(held).toEqual([]);
  expect(through).toMatchObject([{ label }]);
});

it('leaves what is out already as it is', () => {
  const [item] = shown({ embargo: '2025-12-16T00:00:00Z', label: 'review' }).through;
  expect(item).toMatchObject({ label: 'review', embargo: '2025-12-16T00:00:00Z' });
});

it('does not show what its source keeps back', () => {
  expect(shown({ draft: true, withheld: 'withheld' }).through).toEqual([]);
});
