import type { FromWorker, ToWorker } from '../model/workerMessages.ts';
import type { Device } from './device.ts';
import { keepNear } from './keepNear.ts';
import { refreshPointer } from './refresh.ts';
import { findHeld, listHeld } from './store.ts';
import type { TakeAlong } from './take/TakeAlong.ts';

/** Milliseconds for asking how the line is. */
const patience = 3000;

/** Does what a page asks for. @returns the answer, where the question has one */
export async function hear(
  device: Device,
  take: TakeAlong,
  message: ToWorker,
): Promise<FromWorker | undefined> {
  switch (message.kind) {
    case 'open':
      await keepNear(device, message.address, message.saving);
      // What was left unfinished, or a newer edition for who took one along.
      if (!message.saving) await take.goOn();
      return undefined;
    case 'take':
      await take.start(message.parts);
      return undefined;
    case 'pause-take':
      await take.pause();
      return undefined;
    case 'resume-take':
      await take.resume();
      return undefined;
    case 'go-on-take':
      await take.goOn();
      return undefined;
    case 'remove-take':
      await take.remove();
      return undefined;
    case 'show-take':
      return { kind: 'take', take: await take.state() };
    case 'probe':
      await refreshPointer(device, patience);
      return { kind: 'state', line: device.line };
    case 'state': {
      const held = await findHeld(device, message.address, 'json');
      return {
        kind: 'state',
        line: device.line,
        ...(held !== undefined && { checked: held.checked }),
      };
    }
    case 'held': {
      const pages = (await listHeld(device)).toReversed();
      return { kind: 'held', pages: pages.map(({ version: _version, ...page }) => page) };
    }
    case 'apply':
      // The caller's own business: it holds the worker's scope.
      return undefined;
  }
}
