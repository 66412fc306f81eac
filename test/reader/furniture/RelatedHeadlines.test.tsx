import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { RelatedHeadlines } from '../../../src/reader/furniture/RelatedHeadlines.tsx';
import { relatedOf, trailOf } from '../pages/documents.ts';
import { showPage } from '../pages/showPage.tsx';

afterEach(cleanup);

describe('the related list', () => {
  test('says why each headline is here and numbers them through all groups', () => {
    const related = relatedOf(5).map((trail, index) => ({
      ...trail,
      reason: index < 3 ? ('same-story' as const) : ('background' as const),
    }));
    showPage(<RelatedHeadlines related={related} place="foot" />);

    expect(screen.getByRole('list', { name: 'Same story' }).getAttribute('start')).toBe('1');
    const background = screen.getByRole('list', { name: 'Background' });
    expect(background.getAttribute('start')).toBe('4');
    expect(within(background).getAllByRole('link')).toHaveLength(2);
    expect(screen.getByRole('heading', { level: 3, name: 'Background' })).toBeTruthy();
  });

  test('says of headlines without a reason whose choice they are', () => {
    showPage(<RelatedHeadlines related={relatedOf(17)} place="foot" />);
    expect(screen.getByRole('list', { name: 'The editor’s choice' })).toBeTruthy();
    cleanup();

    showPage(<RelatedHeadlines related={relatedOf(2)} place="foot" otherwise="In the same list" />);
    expect(screen.getByRole('list', { name: 'In the same list' })).toBeTruthy();
  });

  test('tells those who listen which headlines are only headlines', () => {
    const related = [...relatedOf(1), trailOf('moon', 'The Moon is leaving us')];
    showPage(<RelatedHeadlines related={related} place="rail" />);

    expect(screen.getByRole('link', { name: 'Related headline 1 (headline only)' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'The Moon is leaving us' })).toBeTruthy();
  });

  test('is not there when nothing is related', () => {
    showPage(<RelatedHeadlines related={[]} place="foot" />);

    expect(screen.queryByRole('region')).toBeNull();
  });
});
