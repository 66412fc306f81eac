import { targetOf, type SourceFile } from './sourceFiles.ts';

interface Layer {
  name: string;
  /** What lies in it: folders end with a slash. */
  holds: string[];
  /** Names of the layers it may import from, besides itself. */
  below: string[];
  /** Packages it may use; absent: any. `node:` stands for Node's own modules. */
  packages?: RegExp;
}

const noNode = /^(?!node:)/;
const furniture = ['model', 'reader/ui', 'reader/storage'];
const features = [...furniture, 'reader/data', 'reader/furniture'];
const pages = [...features, 'reader/features'];
const wire = ['model', 'publisher/config'];

/** The house from the bottom up, as src/README.md tells it. The first layer that holds a file is its layer. */
const layers: Layer[] = [
  { name: 'model', holds: ['src/model/'], below: [], packages: /^valibot$/ },
  { name: 'bundle', holds: ['src/bundle/'], below: [] },
  { name: 'worker', holds: ['src/worker/'], below: ['model'], packages: /^valibot$/ },

  { name: 'reader/ui', holds: ['src/reader/ui/'], below: ['model'], packages: noNode },
  { name: 'reader/storage', holds: ['src/reader/storage/'], below: ['model'], packages: noNode },
  { name: 'reader/data', holds: ['src/reader/data/'], below: furniture, packages: noNode },
  {
    name: 'reader/furniture',
    holds: ['src/reader/furniture/'],
    below: furniture,
    packages: noNode,
  },
  { name: 'reader/features', holds: ['src/reader/features/'], below: features, packages: noNode },
  { name: 'reader/pages', holds: ['src/reader/pages/'], below: pages, packages: noNode },
  {
    name: 'reader/prerender',
    holds: ['src/reader/app/prerender.tsx'],
    below: [...pages, 'reader/app'],
  },
  {
    name: 'reader/app',
    holds: ['src/reader/app/'],
    below: [...pages, 'reader/pages'],
    packages: noNode,
  },

  {
    name: 'publisher/config',
    holds: ['src/publisher/config.ts'],
    below: ['model', 'publisher/wire'],
  },
  { name: 'publisher/serve', holds: ['src/publisher/serve/'], below: ['model'] },
  {
    name: 'publisher/press/files',
    holds: ['files', 'makeFolder', 'record', 'replaceFile'].map(
      (name) => `src/publisher/press/${name}.ts`,
    ),
    below: ['model'],
  },
  {
    name: 'publisher/fetch',
    holds: ['src/publisher/fetch/'],
    below: ['model', 'publisher/wire', 'publisher/press/files'],
  },
  { name: 'publisher/wire', holds: ['src/publisher/wire/'], below: ['model'] },
  { name: 'publisher/desk', holds: ['src/publisher/desk/'], below: [...wire, 'publisher/wire'] },
  {
    name: 'publisher/press/pages',
    holds: ['src/publisher/press/pages.ts'],
    below: [...wire, 'publisher/desk', 'publisher/press', 'reader/prerender'],
  },
  {
    name: 'publisher/press',
    holds: ['src/publisher/press/'],
    below: [
      ...wire,
      'publisher/fetch',
      'publisher/wire',
      'publisher/desk',
      'publisher/press/files',
      'publisher/press/pages',
    ],
  },
  {
    name: 'publisher/threads',
    holds: ['src/publisher/threads/'],
    below: ['model', 'publisher/press', 'publisher/press/pages', 'publisher/sources'],
  },
  {
    name: 'publisher/sources',
    holds: ['src/publisher/sources/'],
    below: ['publisher/wire', 'publisher/desk', 'publisher/press/files'],
  },
  {
    name: 'publisher/report',
    holds: ['src/publisher/report/'],
    below: [
      ...wire,
      'publisher/wire',
      'publisher/desk',
      'publisher/press/files',
      'publisher/press',
    ],
  },
  {
    name: 'publisher/publish',
    holds: [
      ...['publish', 'publishLocked', 'world', 'edit', 'reach', 'readSources', 'sources'].map(
        (name) => `src/publisher/${name}.ts`,
      ),
      'src/publisher/editing/',
    ],
    below: [
      ...wire,
      'publisher/fetch',
      'publisher/wire',
      'publisher/desk',
      'publisher/press/files',
      'publisher/press',
      'publisher/report',
      'publisher/sources',
    ],
  },
  { name: 'publisher/init', holds: ['src/publisher/init/'], below: ['publisher/press/files'] },
  {
    name: 'publisher/preview',
    holds: ['src/publisher/preview/'],
    below: [
      ...wire,
      'publisher/fetch',
      'publisher/press/files',
      'publisher/press',
      'publisher/sources',
      'publisher/publish',
      'publisher/serve',
    ],
  },
  {
    name: 'publisher/cli',
    holds: ['src/publisher/cli.ts', 'src/publisher/cli/', 'src/publisher/lede.ts'],
    below: [
      ...wire,
      'publisher/fetch',
      'publisher/wire',
      'publisher/desk',
      'publisher/press/files',
      'publisher/press',
      'publisher/press/pages',
      'publisher/report',
      'publisher/sources',
      'publisher/publish',
      'publisher/serve',
      'publisher/preview',
      'publisher/threads',
      'publisher/init',
    ],
  },

  {
    name: 'main',
    holds: ['src/main.tsx'],
    below: ['model', 'reader/app', 'reader/data', 'reader/ui'],
  },
];

/** What is wrong with the imports of these files, a sentence each; nothing when all point down. */
export function findUpwardImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const layer = layerOf(path);
    if (layer === undefined) {
      return [
        `${path} belongs to no layer: give it one in test/support/layers.ts and src/README.md`,
      ];
    }
    return imports.flatMap((specifier) => complaint(path, layer, specifier) ?? []);
  });
}

function complaint(path: string, layer: Layer, specifier: string): string | undefined {
  const target = targetOf(path, specifier);
  if (target === undefined) {
    if (layer.packages?.test(specifier) !== false) return undefined;
    return `${path} imports ${specifier}, a module that ${layer.name} may not use`;
  }
  const other = layerOf(target);
  if (other === undefined) return `${path} imports ${target}, which belongs to no layer`;
  if (other === layer) {
    if (layer.name !== 'reader/features' || featureOf(path) === featureOf(target)) return undefined;
    return `${path} imports ${target}: features never import each other`;
  }
  if (layer.below.includes(other.name)) return undefined;
  const allowed = layer.below.length === 0 ? 'only itself' : layer.below.join(', ');
  return `${path} imports ${target}, which is not below it: ${layer.name} may import ${allowed}`;
}

function layerOf(path: string): Layer | undefined {
  return layers.find(({ holds }) =>
    holds.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place)),
  );
}

/** `src/reader/features/appearance/x.ts` → `appearance` */
function featureOf(path: string): string | undefined {
  return path.split('/')[3];
}

/** Every ring of imports among these files, each as its paths in order. */
export function findCycles(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const specifier of byPath.get(path)?.imports ?? []) {
      const target = targetOf(path, specifier);
      if (target !== undefined && byPath.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}
