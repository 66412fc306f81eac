import { expect, test } from 'vitest';
import { parseLink } from '../../src/model/link.ts';

test('lets through http, https and mailto', () => {
  expect(parseLink(' https://example.org/a b ')).toBe('https://example.org/a%20b');
  expect(parseLink('mailto:desk@example.org')).toBe('mailto:desk@example.org');
});

test('drops everything that could run, hide or identify', () => {
  for (const bad of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org/x',
    '/story/x',
    'https://user:secret@example.org/',
    'https://',
    `https://example.org/${'x'.repeat(5000)}`,
  ]) {
    expect(parseLink(bad), bad).toBeUndefined();
  }
});
