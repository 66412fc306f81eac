import { pageAddress } from '../model/address.ts';
import type { FromWorker, ToWorker } from '../model/workerMessages.ts';
import { isStory, offerNewer } from './answers.ts';
import { dropAside, putAside, putBack } from './aside.ts';
import type { Device } from './device.ts';
import { giveUpNear } from './giveUpNear.ts';
import { isFresh } from './isFresh.ts';
import { keepNear } from './keepNear.ts';
import { knownCurrent } from './knownCurrent.ts';
import { openPages } from './openPages.ts';
import { refreshPointer } from './refresh.ts';
import { listHeld } from './store.ts';
import type { TakeAlong } from './take/TakeAlong.ts';
import { noteFile } from './take/takeNote.ts';
import { keptFiles, openedData, weigh } from './weigh.ts';

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
      // In no tab stands the page any more on which something could be put back.
      if (!(await openPages(device)).includes(pageAddress('device'))) await dropAside(device);
      if (!(await keepNear(device, message.address, message.saving))) {
        device.tell({ kind: 'lacking' });
      }
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
    case 'remove-take': {
      const opened = await openedData(device);
      const going = (await keptFiles(device)).taken.filter(({ url }) => !opened.has(url));
      await putAside(device, 'taken', [...going, noteFile(device)]);
      await take.remove();
      return undefined;
    }
    case 'remove-part':
      await take.removePart(message.name, (files) => putAside(device, 'taken', files));
      return undefined;
    case 'weigh':
      return { kind: 'weight', parts: await weigh(device) };
    case 'remove-near': {
      const { near } = await keptFiles(device);
      await putAside(device, 'near', near);
      for (const { cache, url } of near) await (await device.caches.open(cache)).delete(url);
      device.tell({ kind: 'kept' });
      return { kind: 'weight', parts: await weigh(device) };
    }
    case 'put-back': {
      const isBack = await putBack(device, message.part);
      device.tell({ kind: 'kept' });
      device.tell({ kind: 'take', take: await take.state() });
      return { kind: 'weight', parts: await weigh(device), isBack };
    }
    case 'show-take':
      return { kind: 'take', take: await take.state() };
    case 'probe':
      await refreshPointer(device, patience);
      return { kind: 'state', line: device.line };
    case 'make-room': {
      const isMade = await giveUpNear(device);
      device.tell({ kind: 'kept' });
      return { kind: 'room', isMade };
    }
    case 'state': {
      const { address } = message;
      const known = await knownCurrent(device, address);
      if (known === undefined) return { kind: 'state', line: device.line };
      const isOld = !isStory(address) && !(await isFresh(device, address, known));
      // A list left open all morning is asked for again by nobody else.
      if (isOld && device.line === 'ok') void offerNewer(device, address, 'json', known);
      return { kind: 'state', line: device.line, ...known, isOld };
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
