import { languageOfWords } from './languageOfWords.ts';

/**
 * A moment on this device's own clock, for people: `17 December at 09:40`. Only after a first render, which must not
 * depend on the device's zone. In the language of the sentence it stands in, which is the interface's.
 * @param moment milliseconds since 1970
 */
export function formatMoment(moment: number, language: string): string {
  return new Intl.DateTimeFormat(languageOfWords(language), {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}

/** A day on this device's calendar, for people: `17 December 2025`. Only after a first render. */
export function formatDay(moment: number, language: string): string {
  return new Intl.DateTimeFormat(languageOfWords(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(moment);
}

/** A time of day on this device's clock, for people: `09:40`. Only after a first render. */
export function formatClock(moment: number, language: string): string {
  return new Intl.DateTimeFormat(languageOfWords(language), {
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}

/** The same, shorter for a moment of this very day: `09:40`. @param now milliseconds since 1970 */
export function formatSince(moment: number, language: string, now = Date.now()): string {
  if (new Date(moment).toDateString() !== new Date(now).toDateString()) {
    return formatMoment(moment, language);
  }
  return formatClock(moment, language);
}
