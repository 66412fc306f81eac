import { parseArgs } from 'node:util';
import { isInstant } from '../../model/time.ts';
import type { Reach } from '../reach.ts';
import { findNearest } from '../wire/nearest.ts';
import { helpText } from './help.ts';

interface Sources {
  sources: string[];
  reach: Reach;
  strict: boolean;
  /** Absent: the clock's. */
  now?: Date;
}

export type PublishCommand = Sources & {
  kind: 'publish';
  out: string;
  force: boolean;
  compress: boolean;
  report: boolean;
};
export type CheckCommand = Sources & { kind: 'check'; json: boolean };
export interface PreviewCommand {
  kind: 'preview';
  sources: string[];
  reach: Reach;
  port: number;
}
export interface InitCommand {
  kind: 'init';
  folder: string;
}
export interface ServeCommand {
  kind: 'serve';
  folder: string;
  port: number;
  /** Absent: what the edition was published for. */
  base?: string;
}

type Command =
  | PublishCommand
  | CheckCommand
  | PreviewCommand
  | InitCommand
  | ServeCommand
  | { kind: 'version' }
  | { kind: 'say'; text: string }
  /** A sentence for people. */
  | { kind: 'misused'; message: string };

const flags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  now: { type: 'string' },
  strict: { type: 'boolean' },
  force: { type: 'boolean' },
  compress: { type: 'boolean' },
  report: { type: 'boolean' },
  json: { type: 'boolean' },
  port: { type: 'string' },
  base: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  offline: { type: 'boolean' },
  'no-pictures': { type: 'boolean' },
} as const;

const allowed: Readonly<Record<string, readonly string[]>> = {
  publish: [
    'out',
    'now',
    'strict',
    'force',
    'compress',
    'report',
    'allow-host',
    'offline',
    'no-pictures',
  ],
  check: ['json', 'now', 'strict', 'allow-host', 'offline', 'no-pictures'],
  preview: ['port', 'allow-host', 'offline', 'no-pictures'],
  init: [],
  serve: ['port', 'base'],
};

/** Reads a command line without the program's name. */
export function parseCommand(argv: readonly string[]): Command {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: flags, allowPositionals: true });
  } catch (error) {
    // parseArgs explains itself in one or more sentences; the first says what is wrong.
    const [sentence = ''] = (error instanceof Error ? error.message : '').split('. ');
    const [, option = ''] = /^Unknown option '--([\w-]+)'/.exec(sentence) ?? [];
    const message = `${sentence.replace(/\.$/, '')}${didYouMean(option, Object.keys(flags), '--')}`;
    return { kind: 'misused', message };
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.version === true) return { kind: 'version' };
  const topic = name === 'help' ? rest[0] : name;
  if (values.help === true || name === 'help' || argv.length === 0) {
    const text = helpText(topic);
    if (text !== undefined) return { kind: 'say', text };
  }
  const known = name === undefined ? undefined : allowed[name];
  if (name === undefined || known === undefined) {
    const message =
      topic === undefined
        ? 'No command was given.'
        : `There is no command ${topic}${didYouMean(topic, Object.keys(allowed))}`;
    return { kind: 'misused', message };
  }
  const stranger = Object.keys(values).find((flag) => !known.includes(flag));
  if (stranger !== undefined) {
    return { kind: 'misused', message: `lede ${name} has no option --${stranger}.` };
  }
  if (name === 'serve') return parseServe(rest, values.port, values.base);
  if (name === 'init') {
    const [folder] = rest;
    if (folder !== undefined && rest.length === 1) return { kind: 'init', folder };
    return { kind: 'misused', message: 'lede init takes one folder, new or empty.' };
  }
  if (rest.length === 0) {
    return {
      kind: 'misused',
      message: `lede ${name} needs at least one file, folder or feed address.`,
    };
  }
  if (values.now !== undefined && !isInstant(values.now)) {
    const message = `Expected --now to be a time such as 2025-12-17T06:00:00Z, got ${values.now}.`;
    return { kind: 'misused', message };
  }
  const allowHosts = values['allow-host'] ?? [];
  const badHost = allowHosts.find(
    (host) => !/^(\[[\da-f:.]+\]|[^\s:/@[\]]+)(:\d{1,5})?$/i.test(host),
  );
  if (badHost !== undefined) {
    const message = `Expected --allow-host to be a host such as cms.local or cms.local:8080, got ${badHost}.`;
    return { kind: 'misused', message };
  }
  const reach = {
    ...{ allowHosts, isOffline: values.offline === true },
    hasPictures: values['no-pictures'] !== true,
  };
  if (name === 'preview') {
    const port = parsePort(values.port);
    if (typeof port === 'object') return port;
    return { kind: 'preview', sources: rest, reach, port };
  }
  const sources = {
    ...{ sources: rest, reach },
    strict: values.strict === true,
    ...(values.now === undefined ? {} : { now: new Date(values.now) }),
  };
  if (name === 'check') return { kind: 'check', ...sources, json: values.json === true };
  const out = values.out ?? 'dist';
  if (out === '') return { kind: 'misused', message: 'Expected --out to name a folder.' };
  const { force = false, compress = false, report = false } = values;
  return { kind: 'publish', ...sources, out, force, compress, report };
}

function parseServe(
  folders: readonly string[],
  portText: string | undefined,
  baseText: string | undefined,
): Command {
  if (folders.length > 1) {
    return { kind: 'misused', message: 'lede serve takes one folder.' };
  }
  const port = parsePort(portText);
  if (typeof port === 'object') return port;
  const base = baseText === undefined ? {} : { base: toBase(baseText) };
  return { kind: 'serve', folder: folders[0] ?? 'dist', port, ...base };
}

/** Ends a sentence: `; did you mean check?`, or with a full stop. */
function didYouMean(word: string, options: readonly string[], mark = ''): string {
  const near = findNearest(word, options);
  return near === undefined ? '.' : `; did you mean ${mark}${near}?`;
}

function parsePort(text = '4173'): number | Command {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  const message = `Expected --port to be a number up to 65535, got ${text}.`;
  return { kind: 'misused', message };
}

/** `news` → `/news/` */
function toBase(text: string): string {
  const inner = text.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
