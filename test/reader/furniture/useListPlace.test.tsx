import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useListPlace } from '../../../src/reader/furniture/useListPlace.ts';

/** Pixels of each row below the window's upper edge. */
let top = 100;

function List() {
  const { from, turnTo, wanted, lookFor, listRef } = useListPlace();
  return (
    <ul ref={listRef}>
      <li data-own="">
        <a href="/story/moon">The Moon</a>
        <button type="button">Remove</button>
      </li>
      <li>
        <button type="button" onClick={() => turnTo(50)}>
          {`From ${from}`}
        </button>
        <input aria-label="Find" value={wanted} onChange={(event) => lookFor(event.target.value)} />
      </li>
    </ul>
  );
}

/** What the list wrote into the entry of the browser's history. */
const written = (): unknown => Reflect.get(Object(history.state), 'list');

const scrolled = vi.fn<typeof scrollBy>();
beforeEach(() => {
  top = 100;
  history.replaceState(null, '');
  scrolled.mockClear();
  vi.stubGlobal('scrollBy', scrolled);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, top, 100, 20),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(): Promise<void> {
  render(<List />);
  await Promise.resolve();
}

test('who opens a story of a list comes back to its rows where they stood', async () => {
  await open();
  fireEvent.click(screen.getByText('The Moon'));
  cleanup();
  top = 340;
  await open();
  expect(scrolled).toHaveBeenCalledWith({ top: 240, behavior: 'instant' });
});

test('who came back once and goes on by another way is not taken to those rows again', async () => {
  await open();
  fireEvent.click(screen.getByText('The Moon'));
  cleanup();
  await open();
  scrolled.mockClear();
  cleanup();
  top = 340;
  await open();
  expect(scrolled).not.toHaveBeenCalled();
});

test('a click on something else in the list is no way out of it', async () => {
  await open();
  fireEvent.click(screen.getByText('Remove'));
  expect(written()).toBeUndefined();
});

test('the page that was turned to is there on the way back', async () => {
  await open();
  fireEvent.click(screen.getByText('From 0'));
  cleanup();
  await open();
  expect(screen.getByText('From 50')).toBeTruthy();
});

test('what was looked for is looked for still on the way back, on the page that was turned to', async () => {
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Find' });
  await open();
  fireEvent.click(screen.getByText('From 0'));
  fireEvent.change(field(), { target: { value: 'moon' } });
  fireEvent.click(screen.getByText('The Moon'));
  cleanup();
  await open();
  expect(field().value).toBe('moon');
  fireEvent.click(screen.getByText('From 0'));
  cleanup();
  await open();
  expect(screen.getByText('From 50')).toBeTruthy();
  expect(field().value).toBe('moon');
});

test('a browser that refuses another entry keeps nobody from turning the page', async () => {
  vi.spyOn(history, 'replaceState').mockImplementation(() => {
    throw new DOMException('too many', 'SecurityError');
  });
  await open();
  fireEvent.click(screen.getByText('From 0'));
  expect(screen.getByText('From 50')).toBeTruthy();
});
