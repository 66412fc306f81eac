import { publishEdition } from './publishEdition.ts';

/** Two full pages of a list and a remainder, which the sample is too short for. */
const stories = 45;

/** Publishes an edition whose section World has three pages. @returns its folder */
export function publishLongEdition(): Promise<string> {
  const articles = Array.from({ length: stories }, (_, index) => ({
    headline: `Dispatch number ${index + 1}`,
    published: new Date(Date.UTC(2025, 10, 1 + (index % 28), 8, index)).toISOString(),
    section: 'World',
    body: [`What the dispatch of number ${index + 1} says.`],
  }));
  return publishEdition('long', { 'dispatches.json': articles });
}
