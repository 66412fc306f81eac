import { failed, type FetchFailure } from './fetched.ts';

/** What an answer without the thing asked for means, and what to do about it. */
export function statusFailure(status: number): FetchFailure {
  const said = `the host answered ${status}`;
  if (status === 404 || status === 410) {
    return failed('bad-status', `${said}: there is nothing at this address`, 'correct the address');
  }
  if (status === 401 || status === 403 || status === 451) {
    const mend = "ask the feed's keeper for an address that is open";
    return failed('bad-status', `${said}: it does not let us in`, mend);
  }
  if (status === 429) {
    const mend = 'publish less often';
    return failed('bad-status', `${said}: it was asked too often`, mend);
  }
  if (status >= 500) {
    const mend = 'nothing to do here; the next run asks again';
    return failed('bad-status', `${said}: it has troubles of its own`, mend);
  }
  return failed('bad-status', `${said}, which is no answer to the question`);
}
