import { cleanLine } from './cleanText.ts';
import { namesOf } from './feeds/personNames.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** What a story is about, and where it is filed. */
interface Subjects {
  section: string | undefined;
  tags: string[];
  people: string[];
  places: string[];
  /** Words for its kind: analysis, opinion … */
  genres: string[];
}

export function nitfSubjects(root: XmlElement): Subjects {
  const head = root.first('nitf:head');
  const docdata = head?.first('nitf:docdata');
  const tobject = head?.first('nitf:tobject');
  const subjects = tobject?.all('nitf:tobject.subject') ?? [];
  const sections = [
    ...(head?.all('nitf:pubdata') ?? []).map((one) => one.attribute('position.section')),
    ...subjects.map((one) => one.attribute('tobject.subject.type')),
  ].filter((name) => name !== undefined);
  const keywords = (docdata?.all('nitf:key-list') ?? []).flatMap((list) =>
    list.all('nitf:keyword'),
  );
  const identified = docdata?.first('nitf:identified-content');
  // Who is named in the byline wrote the story and is not in it.
  const content = root.first('nitf:body')?.first('nitf:body.content');
  const named = (name: string): string[] =>
    [...(identified?.all(name) ?? []), ...(content?.findAll((one) => one.name === name) ?? [])].map(
      (one) => cleanLine(one.attribute('value') ?? one.text),
    );
  return {
    section: sections.map(cleanLine).find((name) => name !== ''),
    tags: [
      ...subjects.flatMap((one) => one.attribute('tobject.subject.matter') ?? []),
      ...subjects.flatMap((one) => one.attribute('tobject.subject.detail') ?? []),
      ...keywords.flatMap((one) => one.attribute('key') ?? one.text),
      ...named('nitf:org'),
      ...named('nitf:event'),
    ].filter((name) => name !== ''),
    people: namesOf(named('nitf:person')),
    places: [
      ...(docdata?.all('nitf:evloc') ?? []).flatMap(
        (one) => one.attribute('city') ?? one.attribute('state.prov') ?? [],
      ),
      ...(identified?.all('nitf:location') ?? []).map(nitfPlace),
    ].filter((name) => name !== ''),
    genres: (tobject?.all('nitf:tobject.property') ?? []).flatMap(
      (one) => one.attribute('tobject.property.type') ?? [],
    ),
  };
}

/** A location in words: `Woods Hole, Massachusetts`, its parts parted where the writer did not. */
export function nitfPlace(location: XmlElement): string {
  const hasWords = location.children.some(
    (child) => typeof child === 'string' && /[\p{L}\p{N}]/u.test(child),
  );
  const isParted = location.children.some(
    (child) => typeof child === 'string' && /[,;/]/.test(child),
  );
  if (hasWords || isParted || location.elements.length === 0) return cleanLine(location.text);
  const parts = location.elements.map(({ text }) => cleanLine(text)).filter((text) => text !== '');
  return parts.join(', ') || cleanLine(location.attribute('city') ?? '');
}
