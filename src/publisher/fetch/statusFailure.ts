import type { IncomingHttpHeaders } from 'node:http';
import { field } from '../wire/field.ts';
import { failed, type FetchFailure } from './fetched.ts';

/** The longest a host is left alone on its own word. Seconds. */
const day = 24 * 60 * 60;

/** What an answer without the thing asked for means, and what to do about it. */
export function statusFailure(status: number, headers: IncomingHttpHeaders): FetchFailure {
  const said = `the host answered ${status}`;
  const wait = field('retryAfter', retryAfterOf(headers));
  if (status === 404 || status === 410) {
    return failed('bad-status', `${said}: there is nothing at this address`, 'correct the address');
  }
  if (status === 401 || status === 403 || status === 451) {
    const mend = "ask the feed's keeper for an address that is open";
    return failed('bad-status', `${said}: it does not let us in`, mend);
  }
  if (status === 429) {
    const mend = 'publish less often';
    return { ...failed('bad-status', `${said}: it was asked too often`, mend), ...wait };
  }
  if (status >= 500) {
    const mend = 'nothing to do here; the next run asks again';
    return { ...failed('bad-status', `${said}: it has troubles of its own`, mend), ...wait };
  }
  return failed('bad-status', `${said}, which is no answer to the question`);
}

/** Seconds or a date, as the host's clock has it; what is neither, or past, is as if it were not said (RFC 9110 §10.2.3). */
function retryAfterOf({
  'retry-after': text = '',
  date = '',
}: IncomingHttpHeaders): number | undefined {
  const seconds = /^\d{1,15}$/.test(text)
    ? Number(text)
    : (Date.parse(text.slice(0, 40)) - Date.parse(date.slice(0, 40))) / 1000;
  return seconds > 0 ? Math.min(Math.ceil(seconds), day) : undefined;
}
