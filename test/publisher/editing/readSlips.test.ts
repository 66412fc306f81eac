import { expect, test } from 'vitest';
import { beginSlips, takeNote } from '../../../src/publisher/editing/readSlips.ts';

test('a source has its say, however much there is to say', () => {
  const all = beginSlips();
  const problem = { code: 'unknown-field', at: 'x', message: 'expected one of the known fields' };
  const warnings = Array.from({ length: 500_000 }, () => ({ ref: 'a.json', problem }));
  const refused = warnings.map(({ ref }) => ({ ref, problems: [problem] }));
  takeNote(all, 'a.json', { stamp: '', refused, warnings, items: [] });
  expect(all.warnings).toHaveLength(500_000);
  expect(all.refused).toHaveLength(500_000);
});
