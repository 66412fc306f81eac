import { expect, it } from 'vitest';
import { misspeltSections } from '../../../src/publisher/desk/misspeltSections.ts';

const sections = ['World', 'Science', '世界'];
const told = (section?: string) =>
  misspeltSections(sections, [{ ref: 'moon.md', ...(section === undefined ? {} : { section }) }]);

it('asks whether a section was meant that is nearly written so', () => {
  expect(told('Sceince')).toMatchObject([
    { ref: 'moon.md', problem: { code: 'unknown-section', at: 'section' } },
  ]);
  expect(told('Sceince')[0]?.problem.mend).toBe(
    'did you mean "Science"? There are World, Science, 世界',
  );
});

it.each([undefined, 'science', 'SCIENCE', '世界', 'Gardening'])('says nothing of %s', (section) => {
  expect(told(section)).toEqual([]);
});
