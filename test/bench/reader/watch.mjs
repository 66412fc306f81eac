/** Runs in every page before its own scripts: notes what the browser tells of it, and when which headline is on screen. */
export function watch(readable) {
  const seen = { lcp: 0, tasks: [], shifts: [], readable: undefined };
  window.benchSeen = seen;
  const follow = (type, note) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  };
  follow('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime;
  });
  follow('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
  follow('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shifts.push([startTime, value]);
  });
  const isShown = (element) => element.closest('[hidden]') === null;
  const now = () => performance.timeOrigin + performance.now();
  let last;
  const look = () => {
    if (seen.readable === undefined && document.querySelector(readable) !== null) {
      // It is painted in this frame, so it can be read in the next.
      seen.readable = 0;
      requestAnimationFrame(() => {
        seen.readable = performance.now();
      });
    }
    const headline = [...document.querySelectorAll('h1')].find(isShown)?.textContent;
    if (headline !== undefined && headline !== last) {
      last = headline;
      requestAnimationFrame(() => window.benchShown(headline, now()));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) last = undefined;
  });
  window.addEventListener('touchstart', () => window.benchBegan(now()), { capture: true });
  window.benchLinks = () => [...document.querySelectorAll('.related a')].filter(isShown);
  window.benchAct = (act) =>
    setTimeout(() => {
      window.benchBegan(now());
      act();
    });
}

/** What was noted of a first visit. Milliseconds since the page was asked for; shifts without a unit. */
export function readSeen() {
  const { lcp, tasks, shifts, readable } = window.benchSeen;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const fcp = paint?.startTime ?? Number.NaN;
  const blocking = tasks
    .filter(([start]) => start + 50 > fcp)
    .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
  return { fcp, lcp, readable, tbt: blocking, cls: largestWindow(shifts) };

  /** Source: https://web.dev/articles/cls, shifts less than a second apart and five seconds in all. */
  function largestWindow(all) {
    let [most, sum, first, before] = [0, 0, -Infinity, -Infinity];
    for (const [start, value] of all) {
      const goesOn = start - before < 1000 && start - first < 5000;
      [sum, first] = goesOn ? [sum + value, first] : [value, start];
      before = start;
      most = Math.max(most, sum);
    }
    return most;
  }
}
