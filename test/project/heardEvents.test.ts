import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { heardEvents } from '../../src/bundle/lean.ts';

/** Heard at the element itself. */
const unbubbled = new Set(['close', 'cancel', 'toggle', 'beforetoggle', 'load', 'error', 'scroll']);
/** By which events React tells of those that it makes itself. */
const madeOf: Record<string, string[]> = {
  focus: ['focusin'],
  blur: ['focusout'],
  pointerenter: ['pointerover', 'pointerout'],
  pointerleave: ['pointerover', 'pointerout'],
  change: ['change', 'click', 'input', 'keydown', 'keyup', 'focusin', 'focusout'],
};

test('the build for browsers hears of every event that a component listens for', () => {
  const reader = new URL('../../src/reader/', import.meta.url);
  const names = readdirSync(reader, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => [
      // Elements only: what a component calls its own properties is no event.
      ...readFileSync(new URL(name, reader), 'utf8').matchAll(/<[a-z]\w*\b(?:[^<>]|=>)*/g),
    ])
    .flatMap(([element]) => [...element.matchAll(/\son([A-Z]\w+)=/g)])
    .map(([, name = '']) => name.replace(/Capture$/, '').toLowerCase());
  expect(names.length).toBeGreaterThan(20);
  const needed = [...new Set(names)].flatMap((name) => madeOf[name] ?? name);
  expect(needed.filter((name) => !unbubbled.has(name) && !heardEvents.test(name))).toEqual([]);
});
