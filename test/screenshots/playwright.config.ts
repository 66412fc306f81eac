import { defineConfig } from '@playwright/test';
import journeys from '../journeys/playwright.config.ts';

/** Takes pictures with the journeys' browser and edition. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  outputDir: '../results/screenshot-runs',
  globalSetup: '../journeys/support/start.ts',
  reporter: 'line',
  timeout: 180_000,
  projects: [
    { name: 'pages', testMatch: 'pages.shots.ts' },
    { name: 'readme', testMatch: 'readme.shots.ts' },
  ],
});
