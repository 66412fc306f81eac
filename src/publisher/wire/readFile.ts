import { decode } from './decode.ts';
import { withinFile } from './feeds/boundedHtml.ts';
import { fileLimit } from './limits.ts';
import { findNotText } from './notText.ts';
import { refuseEndless } from './refuseEndless.ts';
import { formats } from './registry.ts';
import type { ReadSource, SourceFile, WireFormat } from './wireItem.ts';

/** The format of a text: by its content first, then by the file's name; plain text when no other claims it. */
function detect(file: SourceFile, text: string): WireFormat {
  const [first, ...rest] = formats.map((format: WireFormat) => ({
    format,
    sure: format.recognise(file, text),
  }));
  return (
    rest.reduce((best, next) => (next.sure > (best?.sure ?? 0) ? next : best), first)?.format ??
    formats[0]
  );
}

/**
 * Reads one source file, whatever is in it: the good articles, the refused ones with all that is wrong with them, and
 * warnings. Never throws for what a file holds.
 */
export function readFile(file: SourceFile): ReadSource {
  const refusal = findRefusal(file);
  if (refusal !== undefined) {
    return {
      items: [],
      refused: [{ ref: file.name, problems: [{ at: '', ...refusal }] }],
      warnings: [],
    };
  }
  const { text, guessed } = decode(file.bytes);
  const format = detect(file, text);
  const result = {
    ...refuseEndless(withinFile(() => format.read(file, text))),
    format: format.name,
  };
  if (!guessed || format.decodes === true) return result;
  const message = 'expected UTF-8, got other bytes, which were read as windows-1252';
  const problem = { code: 'not-utf8', at: '', message, mend: 'save the file as UTF-8' };
  return { ...result, warnings: [{ ref: file.name, problem }, ...result.warnings] };
}

/** Why a file is not read at all, or undefined. */
export function findRefusal({
  bytes,
}: SourceFile): { code: string; message: string; mend: string } | undefined {
  if (bytes.length > fileLimit) {
    const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MiB`;
    return {
      code: 'file-too-large',
      message: `expected at most ${fileLimit / 1024 / 1024} MiB, got ${size}`,
      mend: 'cut the file into several',
    };
  }
  const kind = findNotText(bytes);
  if (kind !== undefined) {
    return {
      code: 'not-text',
      message: `expected text, got ${kind}`,
      mend: 'save the story as plain text, Markdown or article JSON',
    };
  }
  if (!bytes.some((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)) {
    const mend = 'write a story into it, or remove it';
    return { code: 'empty-file', message: 'expected a story, got an empty file', mend };
  }
  return undefined;
}
