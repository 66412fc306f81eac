#!/usr/bin/env node
// A file of its own, so that its name carries the hash of all it is made of.
const { runLede } = await import('./cli.ts');
// Not process.exit: what was printed must get through a pipe first.
process.exitCode = await runLede(new URL(import.meta.url));
