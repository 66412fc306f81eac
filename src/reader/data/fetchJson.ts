import { problemHeader } from '../../model/workerMessages.ts';
import { LoadError, loadProblemKinds, type LoadProblemKind } from './problems.ts';

/** How long a line may hang before we say so, in milliseconds. */
const patience = 15_000;

/**
 * Published JSON from the edition's own host, always revalidated by a conditional request.
 * @throws LoadError with the kind of what went wrong; an abort by the caller is passed on as it is.
 */
export async function fetchJson(url: string, signal?: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(patience);
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const ask = async (): Promise<unknown> =>
    readAnswer(
      await fetch(url, {
        signal: either,
        cache: 'no-cache',
        headers: { accept: 'application/json' },
      }),
    );
  try {
    return await ask().catch((error: unknown) => {
      if (error instanceof LoadError || either.aborted) throw error;
      // A browser cuts off what a page asks for while it is being left, and then the page may stay, or be come back to.
      return ask();
    });
  } catch (error) {
    if (error instanceof LoadError || signal?.aborted === true) throw error;
    if (timeout.aborted) throw new LoadError('timeout', url);
    throw new LoadError('offline', `${url}: ${String(error)}`);
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  const { status, url } = response;
  const named = namedProblem(response);
  if (named !== undefined) throw new LoadError(named, `${url}, as the worker says`);
  if (status === 404 || status === 410) throw new LoadError('not-here', url);
  if (!response.ok) throw new LoadError('server', `${url} answered ${status}`);
  const type = response.headers.get('content-type') ?? '';
  // A network that wants a sign-in answers everything with a page of its own, here or elsewhere.
  if (response.redirected || type.startsWith('text/html')) throw new LoadError('sign-in', url);
  if (!/\bjson\b/.test(type)) throw new LoadError('unreadable', `${url} is ${type}`);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new LoadError('unreadable', `${url} is not JSON`);
  }
}

/** The worker's own word for why there is nothing. */
function namedProblem({ headers }: Response): LoadProblemKind | undefined {
  const named = headers.get(problemHeader);
  return loadProblemKinds.find((kind) => kind === named);
}
