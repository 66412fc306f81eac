import { cleanLine } from './cleanText.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** The last part of a QCode or of a concept's address: `stat:usable` → `usable`. */
export function codeOf(element: XmlElement | undefined): string | undefined {
  const written =
    element?.attribute('qcode') ?? element?.attribute('uri') ?? element?.attribute('literal');
  return written?.replace(/(?<![/#])[/#]+$/, '').replace(/^.*[:/#]/, '');
}

/** Words of the one among many elements that is in the story's language; else of one without, else of the first. */
export function wordsIn(
  elements: readonly XmlElement[],
  language: string | undefined,
): string | undefined {
  const main = mainLanguage(language);
  const filled = elements.filter(({ text }) => text !== '');
  const chosen =
    filled.find(
      (one) =>
        one.attribute('xml:lang') !== undefined && mainLanguage(one.attribute('xml:lang')) === main,
    ) ??
    filled.find((one) => one.attribute('xml:lang') === undefined) ??
    filled[0];
  return chosen === undefined ? undefined : cleanLine(chosen.text);
}

/** The name of a concept in the story's language; one that is only a code has none. */
export function conceptName(element: XmlElement, language: string | undefined): string | undefined {
  return wordsIn(element.all('nar:name'), language) ?? element.attribute('literal');
}

/** The role of an element: `hld:main` → `main`. */
export function roleOf(element: XmlElement): string {
  return (element.attribute('role') ?? '').toLowerCase().replace(/^.*[:/#]/, '');
}

function mainLanguage(tag: string | undefined): string | undefined {
  return tag?.toLowerCase().replace(/[-_].*$/, '');
}
