/** What keeps the reader's scripts small in the build for browsers. */
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

const leftOut = `{ throw new Error('left out of the build, see src/bundle/lean.ts') }`;

/** Of React's DOM: features that nothing here uses, a tenth of it. Without them these functions find nothing to do. */
const idleFunctions = [
  /\w*ViewTransition\w*/,
  /\w*NewChildToFragmentInstances?/,
  /deleteChildFromFragmentInstance/,
  /commitFragmentInstance\w+/,
  // Elements that React would move into the head: the press writes those itself, and the reader shows none.
  /isHostHoistableType/,
  // Which components an error went through, for developers' tools.
  /getStackByFiberInDevAndProd/,
];
/**
 * Of React's DOM: what is called only by hooks and for elements that nothing here uses, and by calls for fetching ahead.
 */
const unusedFunctions = [
  /\w+ActionState\w*/,
  /pre(?:connect(?:As)?|fetchDNS|load(?:Module|Resource|Stylesheet)?|init(?:Style|Script|ModuleScript))/,
  /(?:get|acquire|suspend)Resource|mountHoistable|getHydratableHoistableCache|preloadResourceAndSuspendIfNeeded/,
  /insertS(?:tylesheet(?:IntoRoot)?|uspendedStylesheets)|adoptPreloadPropsFor\w+|stylesheetPropsFromRawProps/,
  /updateSuspenseListComponent|setPropOnCustomElement/,
  /(?:update|retry|mount|commit|pushDehydrated)Activity\w+/,
];

/**
 * What React listens for, of some eighty events that it would hear of twice each: a tap is a dozen of them. The press of a
 * link finds the page at rest. Events that do not bubble are heard where they happen.
 */
export const heardEvents =
  /^(?:change|click|focus(?:in|out)|input|key(?:down|up)|pointero(?:ut|ver)|reset|submit)$/;

/** Modules of the query library that its client holds on to though nothing here uses them, and what they export. */
const unusedModules = [
  ['/query-core/build/modern/mutation.js', ['Mutation', 'getDefaultState']],
  [
    '/query-core/build/modern/infiniteQueryBehavior.js',
    ['infiniteQueryBehavior', 'hasNextPage', 'hasPreviousPage'],
  ],
] as const;

/** The query library's list of changes sent to a server. Nothing here sends any: it is asked for them, and always empty. */
const noMutations = `export class MutationCache {
  clear() {}
  resumePausedMutations() { return Promise.resolve(); }
}`;

/** What the query library does for components that suspend, which none here does by it. */
const idleModules = [
  [
    '/react-query/build/modern/suspense.js',
    ['defaultThrowOnError', 'ensureSuspenseTimers', 'fetchOptimistic', 'shouldSuspend'],
  ],
] as const;

/**
 * Leaves out what the packages keep though nothing here uses it: 14 kB of what a browser fetches. Versions are pinned;
 * what is not found in React any more stops the build, what is not found in the others shows in its budget.
 */
export const unusedParts: Plugin = {
  name: 'lede:unused-parts',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('/react-router/dist/')) return withoutRouterParts(code);
    if (id.endsWith('/react-dom-client.production.js')) return withoutDomParts(code);
    if (id.endsWith('/query-core/build/modern/mutationCache.js')) return noMutations;
    const named = ([path]: readonly [string, ...unknown[]]): boolean => id.endsWith(path);
    const [, idle] = idleModules.find(named) ?? [];
    if (idle !== undefined) return emptied(idle, '{}');
    const [, unused] = unusedModules.find(named) ?? [];
    return unused === undefined ? undefined : emptied(unused, leftOut);
  },
};

function emptied(names: readonly string[], body: string): string {
  return names.map((name) => `export function ${name}() ${body}`).join('\n');
}

function withoutDomParts(code: string): string {
  const without = (text: string, name: RegExp, body: string): string =>
    replaced(
      text,
      new RegExp(`^(function (?:${name.source})\\([^)]*\\)) \\{\n[^]*?^\\}`, 'gm'),
      `$1 ${body}`,
    );
  const idle = idleFunctions.reduce((text, name) => without(text, name, '{}'), code);
  const left = unusedFunctions.reduce((text, name) => without(text, name, leftOut), idle);
  const deaf = replaced(
    left,
    /"selectionchange" !== domEventName &&(?=\n *\(nonDelegatedEvents)/g,
    `${heardEvents}.test(domEventName) &&`,
  );
  return replaced(deaf, /^FragmentInstance\.prototype\.\w+ = function[^]*?^\};/gm, '');
}

/** Names, classes and tables that the router makes at once read as an effect; its warnings are for developers. */
function withoutRouterParts(code: string): string {
  return code
    .replace(/^\w+\.(?:displayName = "[^"]*"|contextType = \w+);$/gm, '')
    .replace(/= (React\d*\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ $1')
    .replace(/= (new Set\(\n? *\w+\n?\);)/g, '= /* @__PURE__ */ $1')
    .replace(/= (Object\.getOwnPropertyNames\(.*);$/gm, '= /* @__PURE__ */ (() => $1)();')
    .replace(
      /^var (\w+) = class extends (React\d*\.Component) (\{[^]*?^\});$/gm,
      'var $1 = /* @__PURE__ */ ((Component) => class extends Component $3)($2);',
    )
    .replaceAll(/\bENABLE_DEV_WARNINGS(?= \?|\))/g, 'false');
}

function replaced(text: string, what: RegExp, by: string): string {
  if (text.search(what) === -1)
    throw new Error(`${what.source} is not there any more: see src/bundle/lean.ts`);
  return text.replaceAll(what, by);
}

/**
 * How a part that is fetched later gets its style: before its script is run, once, and not having it keeps nothing from
 * coming. The build's own way does more, at four times the weight in the first script.
 */
export const lateStyles: Plugin = {
  name: 'lede:late-styles',
  enforce: 'pre',
  transform: (_, id) => (id.includes('vite/preload-helper') ? bringStyles : undefined),
};

const bringStyles = `
const known = new Map();
const bring = (path) => new Promise((resolve) => {
  const link = document.createElement('link');
  link.onload = link.onerror = resolve;
  link.rel = 'stylesheet';
  link.href = '/__BASE__/' + path;
  document.head.append(link);
});
export const __vitePreload = async (load, paths = []) => {
  // The first script's style stands in the page itself.
  const wanted = paths.filter((path) => !path.startsWith('assets/index-'));
  await Promise.all(wanted.map((path) => {
    if (!known.has(path)) known.set(path, bring(path));
    return known.get(path);
  }));
  return load();
};`;

const moduleAt = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The parts that a story fetches by itself when it stands; test/budgets.mjs weighs them. */
const lateParts = [
  'reader/app/Notices.tsx',
  'reader/app/ownLate.ts',
  'reader/features/saved/SaveControl.tsx',
  'reader/features/changes/ChangesLook.tsx',
  'reader/features/position/ResumeLook.tsx',
].map(moduleAt);

/** Whether a module is of those parts and not of the first scripts. */
export function isLate(
  id: string,
  modules: Pick<Rolldown.ChunkingContext, 'getModuleInfo'>,
): boolean {
  const reach = (ids: readonly string[], found = new Set<string>()): Set<string> => {
    for (const next of ids) {
      if (found.has(next)) continue;
      found.add(next);
      reach(modules.getModuleInfo(next)?.importedIds ?? [], found);
    }
    return found;
  };
  return reach(lateParts).has(id) && !reach([moduleAt('main.tsx')]).has(id);
}
