/** The plain measure to beat: cosine of term frequency × log(stories / stories with the term), always three listed. */
export function tfidf(texts) {
  const stories = texts.map((text) => {
    const counts = new Map();
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return counts;
  });
  const having = new Map();
  for (const counts of stories) {
    for (const word of counts.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  }
  const vectors = stories.map((counts) => {
    const weights = new Map(
      [...counts].map(([word, n]) => [word, n * Math.log(stories.length / having.get(word))]),
    );
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  });
  return (place) =>
    vectors
      .map((other, at) => {
        let score = 0;
        for (const [word, weight] of vectors[place]) score += weight * (other.get(word) ?? 0);
        return { at, score: at === place ? -1 : score };
      })
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score || one.at - other.at)
      .map(({ at }) => at);
}
