import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../support/chromium.mjs';

// Found once: the workers that read this file too inherit the answer.
if (process.env['CHROMIUM_LIGHT_PATH'] === undefined) {
  const { path, light } = await findChromium({ wantsLight: true });
  process.env['CHROMIUM_PATH'] = path;
  process.env['CHROMIUM_LIGHT_PATH'] = light ?? path;
}

/** Journeys through the published edition in a real Chromium. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  outputDir: '../results/journeys',
  globalSetup: './support/start.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: [
    [process.stdout.isTTY ? 'list' : 'dot'],
    ['json', { outputFile: '../results/journeys.json' }],
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    // A worker answers in the network's place: the journeys about it let it in, the others look at pages alone.
    serviceWorkers: 'block',
    // Read-only: a failing journey leaves what is needed to see why.
    screenshot: 'only-on-failure',
    // Most journeys look at pages alone; those that need the whole browser start it themselves.
    launchOptions: { executablePath: process.env['CHROMIUM_LIGHT_PATH'], args: chromiumFlags },
  },
});
