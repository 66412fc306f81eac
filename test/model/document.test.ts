import { expect, test } from 'vitest';
import { documentText, pageSchemas, parseDocument } from '../../src/model/document.ts';
import type { FullStory } from '../../src/model/story.ts';

const story: FullStory = {
  schema: 'lede-story/1',
  kind: 'story',
  slug: 'moon',
  version: '0123456789abcdef',
  headline: 'The Moon is leaving us',
  language: 'en-GB',
  dir: 'ltr',
  related: [
    { slug: 'tides', kind: 'brief', headline: 'Why the tide', language: 'en-GB', dir: 'ltr' },
  ],
  topics: [],
  body: [{ type: 'paragraph', children: ['Mirrors.'] }],
  words: 1,
  minutes: 1,
  corrections: [],
};

const codeOf = (input: unknown): string | undefined => {
  const parsed = parseDocument(input, pageSchemas);
  return parsed.ok ? undefined : parsed.problems[0]?.code;
};

test('reads a published story', () => {
  const parsed = parseDocument(structuredClone(story), ['lede-story']);
  expect(parsed).toEqual({ ok: true, value: story, warnings: [] });
});

test('says that a newer shape needs a newer reader, whatever else is in it', () => {
  expect(codeOf({ schema: 'lede-story/2', body: 'changed' })).toBe('newer-schema');
});

test('tells what is no document from a document of another kind', () => {
  for (const input of [null, undefined, 'text', [], {}, { schema: 1 }, { schema: 'rss/2' }]) {
    expect(codeOf(input)).toBe('not-a-document');
  }
  expect(codeOf({ schema: 'lede-latest/1' })).toBe('wrong-document');
});

test('names the field that is wrong', () => {
  const parsed = parseDocument({ ...story, body: [{ type: 'script', text: 'x' }] }, ['lede-story']);
  expect(parsed).toMatchObject({ ok: false, problems: [{ code: 'invalid-document' }] });
  expect(parsed.ok ? '' : parsed.problems[0]?.at).toMatch(/^body\[0\]/);
});

test('refuses a link that could run, even in published data', () => {
  const link = { type: 'link', href: 'javascript:alert(1)', children: ['x'] };
  expect(codeOf({ ...story, body: [{ type: 'paragraph', children: [link] }] })).toBe(
    'invalid-document',
  );
});

test('a related line that cannot be read never takes the story down', () => {
  const parsed = parseDocument({ ...story, related: [{ slug: 7 }, story.related[0]] }, [
    'lede-story',
  ]);
  expect(parsed.ok && parsed.value.related).toEqual(story.related);
  const without = parseDocument({ ...story, related: 'none' }, ['lede-story']);
  expect(without.ok && without.value.related).toEqual([]);
});

test('a version is the hash of everything but itself', () => {
  expect(documentText(story)).toBe(documentText({ ...story, version: 'fedcba9876543210' }));
  expect(documentText(story)).not.toContain('version');
});
