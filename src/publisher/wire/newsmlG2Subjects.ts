import { namesOf } from './feeds/personNames.ts';
import { conceptName } from './newsmlG2Words.ts';
import type { XmlElement } from './xml/xmlElement.ts';

interface Subjects {
  section: string | undefined;
  tags: string[];
  people: string[];
  places: string[];
}

/**
 * What a story is about. Its section is the service that it was sent in, else a subject that is one of the highest of
 * the IPTC's list, whose codes end in six zeros.
 */
export function newsmlSubjects(
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
  language: string | undefined,
): Subjects {
  const name = (one: XmlElement): string[] => namesOf(conceptName(one, language));
  const subjects = content?.all('nar:subject') ?? [];
  const typed = (types: RegExp): XmlElement[] =>
    subjects.filter((one) =>
      types.test((one.attribute('type') ?? one.attribute('typeuri') ?? '').replace(/^.*[:/#]/, '')),
    );
  const people = typed(/^person$/i);
  const places = typed(/^(?:geoArea|poi|location)$/i);
  const others = subjects.filter((one) => !people.includes(one) && !places.includes(one));
  const top = others.find((one) =>
    /(?:^|\D)\d{2}0{6}$/.test(one.attribute('qcode') ?? one.attribute('uri') ?? ''),
  );
  const services = (meta?.all('nar:service') ?? []).flatMap(name);
  const section = services[0] ?? (top === undefined ? undefined : name(top)[0]);
  const keywords = (content?.all('nar:keyword') ?? []).map(({ text }) => text);
  return {
    section,
    tags: [...others.flatMap(name), ...keywords].filter((tag) => tag !== '' && tag !== section),
    people: people.flatMap(name),
    places: places.flatMap(name),
  };
}
