import { beforeAll, describe, expect, it } from 'vitest';
import { findCycles, findUpwardImports } from '../support/layers.ts';
import { projectFolder } from '../support/projectFolder.ts';
import { importsOf, readSourceFiles, type SourceFile } from '../support/sourceFiles.ts';

const file = (path: string, text: string): SourceFile => ({
  path,
  text,
  imports: importsOf(path, text),
});

describe('the imports of src', () => {
  let files: SourceFile[];
  beforeAll(async () => {
    files = await readSourceFiles(projectFolder, ['src']);
  });

  it('are looked at in every program', () => {
    for (const program of ['src/model/', 'src/publisher/', 'src/reader/']) {
      const imports = files
        .filter(({ path }) => path.startsWith(program))
        .map((one) => one.imports);
      expect(imports.flat().length, program).toBeGreaterThan(10);
    }
  });

  it('point down', () => {
    expect(findUpwardImports(files)).toEqual([]);
  });

  it('make no ring', () => {
    expect(findCycles(files)).toEqual([]);
  });
});

it.each([
  ['src/model/slug.ts', "import { useMemo } from 'react';"],
  ['src/model/slug.ts', "import { createHash } from 'node:crypto';"],
  ['src/model/slug.ts', "import { words } from '../reader/ui/words.ts';"],
  ['src/worker/caches.ts', "import { words } from '../reader/ui/words.ts';"],
  ['src/worker/caches.ts', "import { useQuery } from '@tanstack/react-query';"],
  ['src/reader/ui/site.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/reader/furniture/Trail.tsx', "export { StoryPage } from '../pages/StoryPage.tsx';"],
  ['src/reader/furniture/Trail.tsx', "import { documentQuery } from '../data/queries.ts';"],
  ['src/reader/features/saved/list.ts', "import { a } from '../appearance/appearance.ts';"],
  ['src/reader/pages/StoryPage.tsx', "const later = import('../app/App.tsx');"],
  ['src/reader/app/App.tsx', "import { createRenderer } from './prerender.tsx';"],
  ['src/publisher/wire/text.ts', "import type { Front } from '../desk/front.ts';"],
  ['src/publisher/press/pictures.ts', "import { a } from '../../reader/app/prerender.tsx';"],
  ['src/publisher/press/pages.ts', "import { a } from '../../reader/app/firstScript.ts';"],
  ['src/publisher/publish.ts', "import { cli } from './cli.ts';"],
  ['src/stray.ts', ''],
])('a planted one in %s is named: %s', (path, text) => {
  const complaints = findUpwardImports([file(path, text)]);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain(path);
});

it('lets the page step reach the prerender entry, and a feature its own files', () => {
  const files = [
    file('src/publisher/press/pages.ts', "import { a } from '../../reader/app/prerender.tsx';"),
    file('src/reader/app/prerender.tsx', "import { createHash } from 'node:crypto';"),
    file('src/reader/features/saved/list.ts', "import { a } from './store.ts';"),
    file('src/model/story.ts', "import * as v from 'valibot';"),
  ];
  expect(findUpwardImports(files)).toEqual([]);
});

it('finds a ring of three', () => {
  const files = [
    file('src/a.ts', "import './b.ts';"),
    file('src/b.ts', "export * from './c.ts';"),
    file('src/c.ts', "import type { A } from './a.ts';"),
  ];
  expect(findCycles(files)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/a.ts']]);
});
