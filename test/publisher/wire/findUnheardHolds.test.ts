import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/publisher/wire/readFile.ts';

const read = (name: string, text: string) =>
  readFile({ name, bytes: new TextEncoder().encode(text) });

describe('a field that was meant to keep a story back', () => {
  const told = (name: string, fields: string): unknown[] => {
    const { items, refused } = read(name, fields);
    expect(items).toEqual([]);
    return refused.flatMap(({ problems }) => problems.map(({ at, mend }) => [at, mend]));
  };
  const write = (hold: string): string => `write "${hold}", or remove it to let the story out`;

  it.each([
    ['"isDraft": true', 'isDraft', 'draft'],
    ['"dratf": true', 'dratf', 'draft'],
    ['"publish": false', 'publish', 'draft'],
    ['"publish": "2030-01-01T00:00:00Z"', 'publish', 'embargo'],
    ['"publish": "soon"', 'publish', 'embargo'],
    ['"publish": 1893456000', 'publish', 'embargo'],
    ['"private": true', 'private', 'draft'],
    ['"visibility": "private"', 'visibility', 'draft'],
    ['"status": "unpublished"', 'status', 'draft'],
    ['"pub_status": "stat:withheld"', 'pub_status', 'draft'],
    ['"Status": "scheduled"', 'Status', 'embargo'],
    ['"status": 2', 'status', 'draft'],
    ['"workflowState": "copy edit"', 'workflowState', 'draft'],
    ['"stage": "in review"', 'stage', 'draft'],
    ['"on hold": "until Ada rings"', 'on hold', 'draft'],
    ['"approved": 0', 'approved', 'draft'],
    ['"wip": true', 'wip', 'draft'],
    ['"archived": true', 'archived', 'draft'],
    ['"exclude": "yes"', 'exclude', 'draft'],
    ['"signed_off": false', 'signed_off', 'draft'],
    ['"cleared": "no"', 'cleared', 'draft'],
    ['"notBefore": "2030-01-01T00:00:00Z"', 'notBefore', 'embargo'],
    ['"expiry": "2025-01-01T00:00:00Z"', 'expiry', 'expires'],
    ['"exipres": "2025-01-01T00:00:00Z"', 'exipres', 'expires'],
    ['"unpublish-on": "2025-01-01T00:00:00Z"', 'unpublish-on', 'expires'],
  ])('refuses it when it is none of ours: %s', (fields, at, hold) => {
    expect(told('a.json', `{ "headline": "A", "body": "B.", ${fields} }`)).toEqual([
      [at, write(hold)],
    ]);
  });

  it.each([
    ['status: in review', 'status', 'draft'],
    ['isDraft: yes', 'isDraft', 'draft'],
    ['visible: no', 'visible', 'draft'],
  ])('in front matter too: %s', (line, at, hold) => {
    const text = `---\nheadline: A\n${line}\n---\nB.\n`;
    expect(told('a.md', text)).toEqual([[at, write(hold)]]);
  });

  it('refuses it around a list, for all of them', () => {
    expect(told('a.json', '{ "draft": true, "articles": [{ "headline": "A" }] }')).toEqual([
      ['draft', 'write "draft" in each article, or remove it to let the story out'],
    ]);
  });

  it.each([
    '"status": "Published"',
    '"status": "usable"',
    '"status": null',
    '"state": "Texas"',
    '"access": "paid"',
    '"visibility": "public"',
    '"publish": true',
    '"publish": "Yes"',
    '"publish": "now"',
    '"publish": "ja"',
    '"publish": 1',
    '"publish": ["web", "app"]',
    '"isDraft": false',
    '"hidden": "no"',
    '"expiry": "never"',
    '"express": "train"',
    '"live": false',
    '"craft": "pottery"',
    '"exclude": ["front"]',
    '"wip": false',
    '"date": "2025-01-01"',
  ])('lets out what says that it is out, or something else: %s', (fields) => {
    const { items, warnings } = read('a.json', `{ "headline": "A", "body": "B.", ${fields} }`);
    expect(items).toHaveLength(1);
    expect(warnings.map(({ problem }) => problem.code)).toEqual(['unknown-field']);
  });
});
