import type { Problem } from '../../../model/problem.ts';
import { wordCount } from '../../../model/words.ts';

/** What a body lost on its way in, counted; told once for each story. */
export class Losses {
  readonly #elements = new Map<string, number>();
  readonly #links: string[] = [];
  #undescribed = 0;
  #pictures = 0;
  #words = 0;
  #untaken = 0;
  #unsaid = 0;
  #isWordsOnly = false;

  /** An element that went with what it held. @param text what a reader of its source would have seen of it */
  element(name: string, text = ''): void {
    this.#elements.set(name, (this.#elements.get(name) ?? 0) + 1);
    this.#words += wordCount(text, 'en');
  }

  /** A link of which only the words were kept. */
  link(href: string): void {
    this.#links.push(href.slice(0, 80));
  }

  /** A picture that may not be shown. */
  picture(): void {
    this.#pictures += 1;
  }

  /** A picture without a description, which is shown. */
  undescribed(): void {
    this.#undescribed += 1;
  }

  /** A text that the source has twice, of which this many words stand in the one that was not taken only. */
  untaken(words: number): void {
    this.#untaken = words;
  }

  /** A summary that repeats the text, but for so many words in its midst. */
  unsaid(words: number): void {
    this.#unsaid = words;
  }

  /** HTML that was not read as such. */
  wordsOnly(): void {
    this.#isWordsOnly = true;
  }

  toProblems(at: string): Problem[] {
    const problems: Problem[] = [];
    if (this.#isWordsOnly) {
      const message =
        'expected simple HTML, got too much of it or elements nested too deeply; only the words are kept';
      problems.push({ code: 'dropped-html', at, message });
    }
    if (this.#elements.size > 0) {
      const what = [...this.#elements]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, 20)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ');
      const words = this.#words === 0 ? '' : ` (${formatWords(this.#words)})`;
      problems.push({
        code: 'dropped-html',
        at,
        message: `left out what is no part of a story${words}: ${what}`,
      });
    }
    if (this.#untaken > 0) {
      const message = `the page has its text twice, as data and to be read; left out ${formatWords(this.#untaken)} that only the other one has`;
      const mend = 'compare the story with the page';
      problems.push({ code: 'dropped-words', at, message, mend });
    }
    if (this.#unsaid > 0) {
      const message = `the summary repeats the text; left out ${formatWords(this.#unsaid)} that only the summary has`;
      const mend = 'compare the story with its source';
      problems.push({ code: 'dropped-words', at, message, mend });
    }
    const [first] = this.#links;
    if (first !== undefined) {
      const message = `expected links to http, https or mailto addresses; of ${this.#links.length} to others, such as ${JSON.stringify(first)}, only the words are kept`;
      problems.push({ code: 'dropped-link', at, message });
    }
    if (this.#pictures > 0) {
      const message = `expected pictures with an http or https address; ${this.#pictures} without are left out`;
      problems.push({ code: 'dropped-picture', at, message });
    }
    if (this.#undescribed > 0) {
      const message = `expected a description of each picture; ${this.#undescribed} have none`;
      problems.push({ code: 'picture-without-alt', at, message });
    }
    return problems;
  }
}

function formatWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'word' : 'words'}`;
}
