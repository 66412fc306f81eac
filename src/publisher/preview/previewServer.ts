import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAnswer, type Answer } from '../serve/answer.ts';
import { listenLocally } from '../serve/serve.ts';
// oxlint-disable-next-line import/default -- the linter looks at the module itself, not at what the build makes of it
import client from './page/main.ts?script';
import { dress, clientAddress, eventsAddress, waitingPage } from './dress.ts';
import type { PreviewState } from './previewState.ts';

interface PreviewServer {
  port: number;
  /** Tells every open page; `base` is the path the edition lives under. */
  tell: (state: PreviewState, base: string) => void;
  close: () => Promise<void>;
}

/** So that no router between gives a quiet connection up, milliseconds. */
const breath = 20_000;

/**
 * Serves a preview on this machine only: the published folder as `serve` does, each page with a script that reloads
 * it when there is a newer edition and shows what is to be mended. Nothing of that is in the folder.
 * @param root real path of the folder
 */
export async function startPreviewServer(
  root: string,
  port: number,
  first: PreviewState,
): Promise<PreviewServer> {
  let state = first;
  let base = '/';
  const listeners = new Set<ServerResponse>();
  const dressed = { dress: (page: string) => dress(page, state.edition), missing: waitingPage };
  const answerAt = (path: string): Answer => createAnswer(root, path, dressed);
  let answer = answerAt(base);

  const listening = await listenLocally(async (request, response) => {
    if (!isLocal(request)) {
      response.writeHead(403).end();
      return;
    }
    const [path = ''] = (request.url ?? '').split('?');
    switch (path) {
      case clientAddress:
        return sayScript(response, client);
      case eventsAddress:
        return listen(response);
      default:
        if (path !== '/' || base === '/') return answer(request, response);
        response.writeHead(302, { location: base, 'cache-control': 'no-store' }).end();
    }
  }, port);

  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 1000\n${eventOf(state)}`);
    listeners.add(response);
    response.once('close', () => listeners.delete(response));
  };
  const breathing = setInterval(() => {
    for (const response of listeners) response.write(':\n\n');
  }, breath);

  return {
    port: listening.port,
    tell(next, nextBase) {
      if (nextBase !== base) answer = answerAt(nextBase);
      [state, base] = [next, nextBase];
      for (const response of listeners) response.write(eventOf(state));
    },
    close() {
      clearInterval(breathing);
      return listening.close();
    },
  };
}

/** Drafts are not for every page of the web: a name that a stranger has led to this machine gets nothing. */
function isLocal({ headers }: IncomingMessage): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
}

function sayScript(response: ServerResponse, script: string): void {
  response
    .writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(script);
}

// JSON has no line feeds of its own, so one event is one line of data (HTML Standard, server-sent events).
function eventOf(state: PreviewState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
