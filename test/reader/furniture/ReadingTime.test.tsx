import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TrailMeta } from '../../../src/reader/furniture/TrailMeta.tsx';

test('who listens to a trail hears what its minutes are for', () => {
  const trail = { kind: 'story', slug: 'moon', headline: 'The Moon', minutes: 4 } as const;
  const { container } = render(<TrailMeta trail={{ ...trail, language: 'en', dir: 'ltr' }} />);
  expect(container.textContent).toBe('4 min read');
  const [seen] = container.querySelector('bdi')?.childNodes ?? [];
  expect(seen?.textContent).toBe('4 min');
});
