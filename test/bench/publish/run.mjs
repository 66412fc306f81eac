/**
 * What publishing costs as an archive grows: `npm run bench:publish`, on the last build. Archives of 1,000 to 10,000
 * stories, with `--large` to 100,000, each published whole, then with one story changed, then unchanged; and whole once
 * more with `--compress`, milliseconds for each story.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeArchive } from './makeArchive.mjs';

const command = fileURLToPath(new URL('../../../build/publisher/lede.js', import.meta.url));
/** Says its own greatest memory when it ends, whatever the system. */
const memory =
  'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';
const sizes = [1000, 3000, 10_000, ...(process.argv.includes('--large') ? [30_000, 100_000] : [])];

console.log(
  '| stories | first run | stories/s | peak | one changed | files touched | unchanged | front | compressed |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const size of sizes) {
  const home = await mkdtemp(join(tmpdir(), 'lede-bench-'));
  try {
    const changing = await makeArchive(join(home, 'stories'), size);
    const first = await publish(home);
    const story = JSON.parse(await readFile(changing, 'utf8'));
    await writeFile(changing, JSON.stringify({ ...story, headline: `${story.headline} again` }));
    const since = (await stat(changing)).ctimeMs;
    const one = await publish(home);
    const touched = await countSince(join(home, 'dist'), since);
    // Later, as the clock would have it: an edition of which nothing changed keeps the time of its last change.
    const none = await publish(home, '--now', '2025-12-17T07:00:00Z');
    const front = (await stat(join(home, 'dist', 'index.html'))).size;
    const packed = await publish(home, '--out', 'packed', '--compress');
    const cells = [
      size.toLocaleString('en-GB'),
      `${first.seconds.toFixed(1)} s`,
      Math.round(size / first.seconds),
      `${Math.round(first.peak / 1024)} MiB`,
      `${one.seconds.toFixed(2)} s`,
      touched,
      `${none.seconds.toFixed(2)} s`,
      `${(front / 1024).toFixed(1)} KiB`,
      `${((packed.seconds * 1000) / size).toFixed(1)} ms`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  } finally {
    await rm(home, { recursive: true });
  }
}

/** The command's own progress passes through; `peak` is in KiB. */
function publish(home, ...options) {
  const date = options.includes('--now') ? [] : ['--now', '2025-12-17T06:00:00Z'];
  const args = ['--import', memory, command, 'publish', 'stories', ...date, ...options];
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += bytes;
    const line = String(bytes).split('\n')[0];
    if (process.stderr.isTTY && !line.startsWith('peak')) process.stderr.write(`\r\u001b[K${line}`);
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      // Its threads say it too, each when it ends.
      const peaks = [...said.matchAll(/peak (\d+)/g)].map(([, kib]) => Number(kib));
      const peak = Math.max(...peaks);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peak });
      else reject(new Error(`publishing ended with ${code}: ${said}`));
    });
  });
}

async function countSince(folder, since) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let count = 0;
  for (const entry of entries.filter((one) => one.isFile())) {
    if ((await stat(join(entry.parentPath, entry.name))).ctimeMs >= since) count += 1;
  }
  return count;
}
