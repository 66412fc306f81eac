/** Longest that something useful waits for a page that never rests, milliseconds. */
const longest = 5000;

/** Calls back once the page has loaded and the browser has nothing better to do; where it cannot tell, soon after. */
export function whenIdle(callback: () => void): void {
  const ask = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: longest });
    else setTimeout(callback, 200);
  };
  if (document.readyState === 'complete') ask();
  else window.addEventListener('load', ask, { once: true });
}
