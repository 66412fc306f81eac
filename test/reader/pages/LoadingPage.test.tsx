import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LoadingPage } from '../../../src/reader/pages/LoadingPage.tsx';
import { showPage } from './showPage.tsx';

afterEach(cleanup);

test.each(['front', 'story', 'list'] as const)(
  'a %s on its way says that it is loading',
  (kind) => {
    showPage(<LoadingPage kind={kind} />);

    expect(screen.getByRole('status').textContent).toContain('Loading');
  },
);
