/** Source: https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface InstallPrompt {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | undefined;
const listeners = new Set<() => void>();

/** Keeps the browser's offer to install until the reader asks for it. From early on: it is made once a page. */
export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own bar would come at a moment of its own.
    event.preventDefault();
    if (isPrompt(event)) offer(event);
  });
  window.addEventListener('appinstalled', () => offer(undefined));
}

/** The offer, while there is one. For useSyncExternalStore. */
export function readInstallPrompt(): InstallPrompt | undefined {
  return offered;
}

export function subscribeToInstallPrompt(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the reader by the browser's own question, which can be asked once. A browser that refuses to has its reasons. */
export async function install(): Promise<void> {
  const prompt = offered;
  offer(undefined);
  await prompt?.prompt().catch(() => undefined);
}

function offer(prompt: InstallPrompt | undefined): void {
  offered = prompt;
  for (const listener of listeners) listener();
}

function isPrompt(event: object): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function';
}
