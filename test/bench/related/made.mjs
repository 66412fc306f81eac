const consonants = 'bcdfghjklmnprstvwz';
const vowels = 'aeiou';
const storiesADay = 40;

/** A seeded source of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * An archive of made-up stories, forty a day: words as often as a language has them (Zipf), and events of one to five
 * stories of the same days that share a dozen words of their own.
 */
export function makeStories(count, wordsAStory = 180) {
  const random = randomFrom(7);
  const pick = (text) => text[Math.floor(random() * text.length)];
  const made = Array.from({ length: 30_000 }, () => {
    const syllables = 2 + Math.floor(random() * 3);
    return Array.from({ length: syllables }, () => pick(consonants) + pick(vowels)).join('');
  });
  const word = () => made[Math.floor(made.length ** random()) - 1] ?? made[0];
  const rare = () => made[Math.floor(1000 + random() * (made.length - 1000))];
  const stories = [];
  while (stories.length < count) {
    const own = Array.from({ length: 12 }, rare);
    const day = Math.floor(stories.length / storiesADay);
    for (let left = 1 + Math.floor(random() * 5); left > 0 && stories.length < count; left -= 1) {
      const say = (length, share) =>
        Array.from({ length }, () => (random() < share ? pick(own) : word())).join(' ');
      stories.push({
        slug: `story-${stories.length}`,
        headline: say(8, 0.4),
        body: [say(wordsAStory, 0.08)],
        people: random() < 0.3 ? [rare()] : [],
        places: random() < 0.3 ? [rare()] : [],
        tags: [],
        at: day + random(),
      });
    }
  }
  return stories;
}
