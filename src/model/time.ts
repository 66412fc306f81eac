import * as v from 'valibot';

/**
 * A moment as published: the machine's form beside the words people read, made once by the publisher
 * in the edition's language and time zone, so that no first render asks a clock or a locale.
 */
export interface StoryTime {
  /**
   * ISO 8601: with offset (`2025-12-17T04:10:00+00:00`) when the source gave one, without
   * (`2019-11-20T09:30:00`, `2019-11-20`) when it did not. A zone is never guessed.
   */
  at: string;
  /** Calendar day in the edition's time zone, `2025-12-17`. */
  day: string;
  /** `17 December 2025` */
  date: string;
  /** `17 Dec` */
  brief: string;
  /** `04:10`; absent when the source gave a day only. */
  clock?: string;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const zoneless = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;
const machineTime = v.pipe(
  v.string(),
  v.check(
    (at) => (instant.test(at) || zoneless.test(at)) && !Number.isNaN(Date.parse(at)),
    'expected an ISO 8601 time such as 2025-12-17T04:10:00+00:00',
  ),
);

export const timeSchema: v.GenericSchema<StoryTime> = v.object({
  at: machineTime,
  day: v.pipe(v.string(), v.isoDate()),
  date: v.string(),
  brief: v.string(),
  clock: v.exactOptional(v.string()),
});

/** Whether a text is a full instant with its offset, as article JSON asks for. */
export function isInstant(text: string): boolean {
  return instant.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * Sort key in milliseconds since 1970; a zone-less time counts as UTC for ordering only, since the offset is unknown.
 */
export function orderOf(at: string): number {
  return Date.parse(instant.test(at) ? at : at.length === 10 ? `${at}T00:00:00Z` : `${at}Z`);
}
