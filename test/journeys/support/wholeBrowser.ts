import type { LaunchOptions } from '@playwright/test';
import { chromiumFlags } from '../../support/chromium.mjs';

/**
 * Starts the whole browser, as readers have it, where most journeys make do with the light one: `test.use(wholeBrowser())`
 * in journeys about what lies around a page, and in those that have to hold in what people really use.
 * @param more words of the command line
 */
export function wholeBrowser(more: string[] = []): { launchOptions: LaunchOptions } {
  const executablePath = process.env['CHROMIUM_PATH'];
  const args = [...chromiumFlags, ...more];
  return { launchOptions: { ...(executablePath !== undefined && { executablePath }), args } };
}
