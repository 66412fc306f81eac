import { workerAddress, withBase } from '../../../model/address.ts';
import { workerPolicy } from '../../../model/workerMessages.ts';

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

/**
 * Registers the service worker. A browser without one, or that refuses one, reads on without: nothing is said, nothing
 * tried again on this page.
 */
export async function registerWorker(base: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(trusted(withBase(base, workerAddress)), {
      scope: base,
      // The browser's own cache must never keep an old worker, or its cure, from being seen.
      updateViaCache: 'none',
    });
  } catch {
    // Storage is blocked, or the worker cannot be had now.
  }
}

/**
 * Asks for the worker anew when the one in charge says nothing. A browser does so by itself only where a page is loaded,
 * and a reader who stays in the app loads none.
 */
export async function renewWorker(base: string): Promise<void> {
  try {
    const own = new URL(withBase(base, workerAddress), window.location.href).href;
    const registration = await navigator.serviceWorker.getRegistration();
    // Above this edition another app's worker may be in charge, which is none of our business.
    if (registration?.active?.scriptURL === own) await registration.update();
  } catch {
    // As in registering it.
  }
}

/** The one address that the page's Trusted Types policy lets through. */
function trusted(url: string): string {
  const factory: unknown = Reflect.get(window, 'trustedTypes');
  if (!isFactory(factory)) return url;
  return factory.createPolicy(workerPolicy, { createScriptURL: () => url }).createScriptURL(url);
}

function isFactory(
  value: unknown,
): value is { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } {
  return value !== null && typeof value === 'object' && 'createPolicy' in value;
}
