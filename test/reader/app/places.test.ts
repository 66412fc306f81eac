// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { Places } from '../../../src/reader/app/places.ts';

test('the places of an hour of reading do not pile up, and the newest are still known', () => {
  const places = new Places(window);
  for (let move = 1; move <= 1000; move += 1) {
    places.arrive(`entry-${move}`);
    places.depart();
  }
  expect(places.arrive('entry-999')).toMatchObject({ scroll: 0 });
  expect(places.arrive('entry-1')).toBeUndefined();
});

test('going back takes the focus out of the page that is left, and out of nothing else', () => {
  const places = new Places(window);
  const stop = places.start();
  const [outside, inside] = [document.createElement('button'), document.createElement('button')];
  const [main, page] = [document.createElement('main'), document.createElement('div')];
  page.append(inside);
  main.append(page);
  document.body.replaceChildren(outside, main);
  for (const button of [outside, inside]) {
    button.focus();
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(document.activeElement).toBe(button === inside ? document.body : button);
  }
  stop();
});
