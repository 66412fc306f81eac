/** Lets so much through of what is to be said, and counts the rest. */
export interface NoticeBound {
  take: <Said>(said: readonly Said[]) => Said[];
  /** How much was not let through. */
  more: () => number;
}

export function boundNotices(most: number): NoticeBound {
  let left = most;
  let more = 0;
  return {
    take(said) {
      const taken = said.slice(0, left);
      left -= taken.length;
      more += said.length - taken.length;
      return taken;
    },
    more: () => more,
  };
}
