/** What a related list is judged by, over stories of labelled events. */
const shown = 3;

/**
 * @param stories each with its `event` and its `pair` of events that are easily mixed up
 * @param listOf places of the related stories of the story at a place, best first
 * @param isAsked whether the list of the story at a place is judged
 * @returns shares: precision (right ones among those listed), mixed up (of the other event of the pair), unrelated (the
 *   rest), found (right ones of all there were places for), coverage (stories with a list)
 */
export function measure(stories, listOf, isAsked = () => true) {
  let [right, mixedUp, listed, possible, covered] = [0, 0, 0, 0, 0];
  let asked = 0;
  stories.forEach(({ event, pair }, place) => {
    if (!isAsked(place)) return;
    asked += 1;
    const list = listOf(place).slice(0, shown);
    const others = stories.filter((one) => one.event === event).length - 1;
    possible += Math.min(shown, others);
    listed += list.length;
    covered += list.length > 0 ? 1 : 0;
    right += list.filter((at) => stories[at].event === event).length;
    mixedUp += list.filter((at) => stories[at].event !== event && stories[at].pair === pair).length;
  });
  return {
    precision: right / listed,
    mixedUp: mixedUp / listed,
    unrelated: (listed - right - mixedUp) / listed,
    found: right / possible,
    coverage: covered / asked,
  };
}

export const percent = (share) => `${(100 * share).toFixed(1)} %`.padStart(10);
