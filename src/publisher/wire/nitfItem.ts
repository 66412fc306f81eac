import { cleanLine } from './cleanText.ts';
import { field } from './field.ts';
import type { FeedReading, Standing } from './feeds/feedItem.ts';
import { hasOffset, parseSourceTime } from './feeds/sourceTime.ts';
import { labelOf } from './feeds/labels.ts';
import { namesOf, toPersonName } from './feeds/personNames.ts';
import { joinSummaries } from './feeds/standfirst.ts';
import { parseWebAddress } from './feeds/webLink.ts';
import { nitfBody } from './nitfBody.ts';
import { nitfRights } from './nitfRights.ts';
import { nitfPlace, nitfSubjects } from './nitfSubjects.ts';
import type { WireItem } from './wireItem.ts';
import { timeRevision } from './xml/feedTime.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** What a kill is called, in a status or in a message to editors. */
const kill =
  /\b(?:mandatory kill|kill|killed|cancel(?:led|ed)?|withdraw|withdrawn|retract|retracted|recall|recalled)\b/i;

/** One NITF document. Messages to editors are never let out; that one of them takes the story back is heeded. */
export function readNitf(root: XmlElement, { file }: Standing): FeedReading {
  const head = root.first('nitf:head');
  const docdata = head?.first('nitf:docdata');
  const body = root.first('nitf:body');
  const top = body?.first('nitf:body.head');
  const hedline = top?.first('nitf:hedline');
  const headline =
    lineIn(hedline?.first('nitf:hl1')) || lineIn(hedline) || lineIn(head?.first('nitf:title'));
  const issued = timeOf(docdata, 'date.issue');
  const release = timeOf(docdata, 'date.release');
  const key = docdata?.first('nitf:du-key');
  const status = docdata?.attribute('management-status')?.toLowerCase() ?? 'usable';
  const dateline = top?.first('nitf:dateline');
  const { section, tags, people, places, genres } = nitfSubjects(root);
  const { blocks, picture } = nitfBody(body, parseWebAddress(file.name));
  const distributor =
    lineIn(top?.first('nitf:distributor')) ||
    lineIn(top?.first('nitf:distributor')?.first('nitf:org'));
  return {
    item: {
      names: {
        headline: 'body.head.hedline',
        published: 'docdata.date.release',
        body: 'body.content',
      },
      id: idOf(docdata) ?? root.attribute('uno'),
      headline,
      kicker: cleanLine(docdata?.first('nitf:series')?.attribute('series.name') ?? '') || undefined,
      summary: joinSummaries(
        lineIn(hedline?.first('nitf:hl2')),
        lineIn(top?.first('nitf:abstract')),
      ),
      byline: bylineIn(top),
      dateline: dateline === undefined ? undefined : placeOf(dateline) || undefined,
      published: release ?? issued,
      updated: isLater(issued, release) ? issued : undefined,
      section,
      tags,
      people,
      places,
      label: labelOf({ kinds: genres }),
      language: root.attribute('baselang') ?? root.language ?? body?.attribute('lang'),
      body: blocks,
      picture,
      embargo: embargoOf(status, release, issued),
      expires: timeOf(docdata, 'date.expire'),
      ...field('source', distributor === '' ? undefined : { name: distributor }),
      rights: nitfRights(root),
      ...field('withheld', withheldOf(status, docdata)),
      revision: key?.attribute('version') ?? timeRevision(issued, release),
    },
  };
}

/** Words of an element as one line, white space of the layout made single. */
function lineIn(element: XmlElement | undefined): string {
  return cleanLine(element?.text ?? '');
}

function idOf(docdata: XmlElement | undefined): string | undefined {
  const document = docdata?.first('nitf:doc-id');
  const id = document?.attribute('id-string') ?? docdata?.first('nitf:du-key')?.attribute('key');
  const registry = document?.attribute('regsrc');
  return id === undefined || registry === undefined ? id : `${registry} ${id}`;
}

function timeOf(docdata: XmlElement | undefined, name: string): string | undefined {
  const element = docdata?.first(`nitf:${name}`);
  return element?.attribute('norm') ?? (element?.text || undefined);
}

function bylineIn(top: XmlElement | undefined): string[] {
  const names = (top?.all('nitf:byline') ?? []).flatMap((byline) => {
    const people = byline.findAll(({ name }) => name === 'nitf:person').map(lineIn);
    if (people.length > 0) return namesOf(people);
    const own = byline.children.filter(
      (child) => typeof child === 'string' || !/^nitf:(?:byttl|location|virtloc)$/.test(child.name),
    );
    const words = own.map((child) => (typeof child === 'string' ? child : child.text)).join(' ');
    return toPersonName(cleanLine(words)) ?? [];
  });
  return [...new Set(names)];
}

/** A dateline's place; the date of filing beside it is in the published time. */
function placeOf(dateline: XmlElement): string {
  const location = dateline.first('nitf:location');
  const place = location === undefined ? '' : nitfPlace(location);
  if (place !== '') return place;
  const own = dateline.children.filter(
    (child) => typeof child === 'string' || child.name !== 'nitf:story.date',
  );
  const words = cleanLine(
    own.map((child) => (typeof child === 'string' ? child : child.text)).join(' '),
  );
  return words.replace(/(?<![\s,;–—-])[\s,;–—-]+$/, '');
}

/** A release later than the issue is an embargo. One without zone says so only where it is meant. */
function embargoOf(
  status: string,
  release: string | undefined,
  issued: string | undefined,
): string | undefined {
  if (status.includes('embargo')) return release ?? 'unknown';
  if (release === undefined) return undefined;
  const parsed = parseSourceTime(release);
  if (parsed === undefined || hasOffset(parsed)) return release;
  return issued === undefined || isLater(release, issued) ? release : undefined;
}

function isLater(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map((time) => Date.parse(parseSourceTime(time) ?? ''));
  return a !== undefined && b !== undefined && a > b;
}

function withheldOf(status: string, docdata: XmlElement | undefined): WireItem['withheld'] {
  const messages = docdata?.all('nitf:ed-msg') ?? [];
  const isKilled = messages.some(
    (one) =>
      kill.test(one.attribute('msg-type') ?? '') ||
      /^\W*(?:mandatory )?kill\b/i.test(one.attribute('info') ?? one.text),
  );
  if (isKilled || kill.test(status)) return 'cancelled';
  return /^(?:usable|embargoed?|current|ready|published|archive|archival|corrected|updated?)$/.test(
    status,
  )
    ? undefined
    : 'withheld';
}
