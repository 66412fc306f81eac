import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * The router's package keeps its links, forms and scroll restoration, 6 kB of which nothing is used here: their names
 * for React's tools are assigned from outside, which reads as an effect.
 */
const routerUnused: Plugin = {
  name: 'lede:router-unused',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/react-router/dist/')) return undefined;
    return code
      .replace(/^\w+\.displayName = "[^"]*";$/gm, '')
      .replace(/= (React\d*\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ $1');
  },
};

/**
 * Two builds and the tests.
 * `vite build` makes the reader for browsers (build/reader); `vite build --ssr` makes the `lede` command with the
 * reader's prerender entry inside it (build/publisher), its packages left outside.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), scriptText(), ...(isSsrBuild ? [] : [routerUnused])],
  // The press puts the edition's own base path in the place of this one, so one build serves any address.
  base: isSsrBuild ? '/' : '/__BASE__/',
  css: {
    transformer: 'lightningcss',
    lightningcss: { cssModules: { pattern: '[hash]-[local]' } },
  },
  build: isSsrBuild
    ? {
        outDir: 'build/publisher',
        ssr: 'src/publisher/lede.ts',
        target: 'node20',
        copyPublicDir: false,
      }
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
              ],
            },
          },
        },
      },
  test: {
    // A stray console error or warning fails the run, see the setup file.
    setupFiles: ['test/support/quietConsole.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{model,publisher,project,worker}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'jsdom',
          include: ['test/reader/**/*.test.{ts,tsx}'],
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
