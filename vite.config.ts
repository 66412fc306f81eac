import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { Features } from 'lightningcss';
import { build, type BuildEnvironmentOptions, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { isLate, lateStyles, unusedParts } from './src/bundle/lean.ts';
import { makeIcons } from './src/publisher/press/iconRecipe.ts';

/** The worker and what undoes it: each one file at an address that never changes, without modules. */
const workers: Record<string, { file: string; entry: string }> = {
  worker: { file: 'sw.js', entry: 'src/worker/worker.ts' },
  'worker-off': { file: 'sw-off.js', entry: 'src/worker/killSwitch.ts' },
};

function workerBuild({ file, entry }: { file: string; entry: string }): BuildEnvironmentOptions {
  return {
    outDir: 'build/reader',
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    lib: { entry, formats: ['iife'], name: 'lede', fileName: () => file },
  };
}

/**
 * Parts of the stylesheet that not every page needs, by the names of their modules; what is not named stands on every
 * page. The press takes the sheet apart at these marks (src/publisher/press/sheets.ts).
 */
const sheets: Record<string, readonly string[]> = {
  faces: ['faces'],
  rtl: ['rtl'],
  story: [
    ...['Body', 'Byline', 'Corrections', 'FullStoryPage', 'NextInSection', 'Provenance'],
    ...['SaveButton', 'Topics'],
  ],
  insets: ['Blocks', 'EmbedCard', 'TableBlock'],
  front: ['FrontPage', 'Latest', 'LeadArticle', 'SecondTier', 'SectionStrip'],
  others: [
    ...['Actions', 'ListPage', 'LoadingPage', 'MonthsPage', 'NoticeBar', 'OwnPage', 'OwnPager'],
    ...['OwnRow', 'PublisherPage', 'ShortPage', 'TrailItem', 'TrailRows'],
  ],
};

const sheetMarks: Plugin = {
  name: 'lede:sheet-marks',
  enforce: 'pre',
  transform(code, id) {
    const module = /\/src\/reader\/.*?(\w+)(?:\.module)?\.css$/.exec(id)?.[1];
    if (module === undefined) return undefined;
    const [sheet] = Object.entries(sheets).find(([, modules]) => modules.includes(module)) ?? [];
    return `lede-sheet.${module}{--of:${sheet ?? 'base'};--at:${module}}\n${code}`;
  },
};

/**
 * Tests of what keeps nothing for the next one: many files share a process, since loading the modules for each costs more
 * than most of them do. A file that leaves something changed behind it belongs elsewhere, and so does one that starts
 * threads.
 */
const together = [
  'test/{model,project,worker}/**/*.test.ts',
  'test/publisher/*.test.ts',
  'test/publisher/!(threads)/**/*.test.ts',
];

/** The reader's own icon as home screens want it, drawn from public/icon.svg. */
const icons: Plugin = {
  name: 'lede:icons',
  async generateBundle() {
    const made = await makeIcons(await readFile('public/icon.svg'));
    if (!made.ok) throw new Error(`public/icon.svg: ${made.reason}`);
    for (const { icon, bytes } of made.icons) {
      this.emitFile({ type: 'asset', fileName: icon.path, source: bytes });
    }
  },
};

/**
 * The builds and the tests.
 * `vite build` makes the reader for browsers (build/reader), `--mode worker` and `--mode worker-off` add its service
 * worker; `vite build --ssr` makes the `lede` command with the reader's prerender entry and its
 * packages inside it (build/publisher).
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  plugins: [
    react(),
    scriptText(),
    ...(isSsrBuild ? [] : [unusedParts, lateStyles, sheetMarks]),
    ...(isSsrBuild || workers[mode] !== undefined ? [] : [icons]),
  ],
  // The press puts the edition's own base path in the place of this one, so one build serves any address.
  base: isSsrBuild ? '/' : '/__BASE__/',
  // The command is one bundle, since finding and reading two hundred modules takes longer than a run with little to do.
  ssr: { noExternal: true, external: ['sharp'] },
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  css: {
    transformer: 'lightningcss',
    lightningcss: {
      cssModules: { pattern: '[hash]-[local]' },
      // Without it each `color-scheme` gets what older browsers need for `light-dark()`, which is not used.
      exclude: Features.LightDark,
    },
  },
  build: isSsrBuild
    ? {
        outDir: 'build/publisher',
        ssr: true,
        rolldownOptions: {
          input: ['src/publisher/lede.ts', 'src/publisher/threads/thread.ts'],
          // Half as much to read at each start; names stay, for whoever is sent a trace of what went wrong.
          output: { minify: { compress: true, mangle: false, codegen: true } },
        },
        target: 'node20',
        copyPublicDir: false,
      }
    : workers[mode] !== undefined
      ? workerBuild(workers[mode])
      : {
          outDir: 'build/reader',
          manifest: true,
          modulePreload: false,
          assetsInlineLimit: 0,
          rolldownOptions: {
            output: {
              // Files of their own are run one by one, so that no single task keeps the page from answering.
              codeSplitting: {
                groups: [
                  {
                    name: 'dom',
                    test: /rolldown\/runtime|node_modules\/(react|react-dom|scheduler)\//,
                  },
                  { name: 'frame', test: /node_modules\/(react-router|@tanstack|valibot)/ },
                  // What every story fetches when it stands is one file: small ones pack badly, and each is a request.
                  {
                    name: (id, context) => (isLate(id, context) ? 'late' : null),
                    includeDependenciesRecursively: false,
                  },
                ],
              },
            },
          },
        },
  test: {
    // A stray console error or warning fails the run, see the setup file.
    setupFiles: ['test/support/quietConsole.ts'],
    // Ends what hangs; on a busy machine a test may take long and still be right.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Left to itself Vitest keeps one processor back, which on a machine of two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: together,
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          environment: 'node',
          include: together,
          isolate: false,
          // By themselves: a process ends as soon as a file of another kind is next.
          sequence: { groupOrder: 1 },
        },
      },
      {
        // A document costs more than most tests do. A file without markup that wants one asks for it on its first line.
        extends: true,
        test: {
          name: 'browser',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/support/patience.ts'],
        },
      },
    ],
  },
}));

/** `import text from './main.ts?script'`: the text of a script for browsers, made of that module and all it imports. */
function scriptText(): Plugin {
  const ending = '?script';
  return {
    name: 'script-text',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(ending)) return null;
      const input = id.slice(0, -ending.length);
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2022',
          rolldownOptions: { input, output: { format: 'iife' } },
        },
      });
      const [output] = Array.isArray(built) ? built : [built];
      const [chunk] = output !== undefined && 'output' in output ? output.output : [];
      return `export default ${JSON.stringify(chunk?.type === 'chunk' ? chunk.code : '')}`;
    },
  };
}
