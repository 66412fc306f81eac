#!/usr/bin/env node
// React decides between its development and production builds when it is first imported.
process.env['NODE_ENV'] = 'production';

const { runLede } = await import('./cli.ts');
// Not process.exit: what was printed must get through a pipe first.
process.exitCode = await runLede(new URL(import.meta.url));
