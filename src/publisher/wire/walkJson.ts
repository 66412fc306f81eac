/** Where a text stops being JSON, and how to go on. */
export interface JsonFault {
  offset: number;
  /** `expected a comma or }, got "slug"` */
  message: string;
  mend: string;
}

interface Frame<Mark> {
  kind: '[' | '{';
  opened: number;
  mark: Mark | undefined;
  /** Index or name of the value being read. */
  key: string | number;
}

/**
 * Walks a JSON text (RFC 8259) without recursion, so that no depth can overflow the stack.
 * `visit` is called at the start of each value with its container's mark and the key in it, and gives the value's mark.
 * Returns the first place where the text is not JSON, or undefined.
 */
export function walkJson<Mark>(
  text: string,
  visit?: (
    mark: Mark | undefined,
    key: string | number | undefined,
    offset: number,
  ) => Mark | undefined,
): JsonFault | undefined {
  const stack: Frame<Mark>[] = [];
  let at = skipSpace(text, 0);
  for (;;) {
    // A value starts here.
    const frame = stack.at(-1);
    const mark = visit?.(frame?.mark, frame?.key, at);
    const first = text[at];
    if (first === '[' || first === '{') {
      const opened = at;
      at = skipSpace(text, at + 1);
      if (text[at] === (first === '[' ? ']' : '}')) {
        at += 1;
      } else {
        const inner: Frame<Mark> = { kind: first, opened, mark, key: 0 };
        stack.push(inner);
        if (first === '[') continue;
        const name = readName(text, at, inner);
        if ('message' in name) return name;
        at = name.next;
        continue;
      }
    } else {
      const end = endOfScalar(text, at, stack.at(-1));
      if (typeof end !== 'number') return end;
      at = end;
    }
    // A value has ended: close what closes here, then on to the next value.
    for (;;) {
      at = skipSpace(text, at);
      const around = stack.at(-1);
      if (around === undefined) return at === text.length ? undefined : trailing(text, at);
      const close = around.kind === '[' ? ']' : '}';
      if (text[at] === close) {
        stack.pop();
        at += 1;
        continue;
      }
      if (text[at] !== ',') return missingComma(text, at, around);
      const comma = at;
      at = skipSpace(text, at + 1);
      if (text[at] === close) {
        const message = `expected another ${around.kind === '[' ? 'value' : 'field'}, got ${close}`;
        return { offset: comma, message, mend: 'remove the comma after the last one' };
      }
      if (around.kind === '[') {
        around.key = Number(around.key) + 1;
        break;
      }
      const name = readName(text, at, around);
      if ('message' in name) return name;
      at = name.next;
      break;
    }
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

function readName<Mark>(
  text: string,
  from: number,
  frame: Frame<Mark>,
): JsonFault | { next: number } {
  if (text[from] !== '"') {
    const mend = /["'“”‘’]/.test(text.charAt(from))
      ? 'put straight double quotes (") around the name'
      : isComment(text, from)
        ? 'remove the comment, JSON has none'
        : 'put the name in double quotes, as in "headline"';
    return fault(text, from, 'a field name in double quotes', ended(text, from, frame) ?? mend);
  }
  const end = endOfString(text, from);
  if (typeof end !== 'number') return end;
  frame.key = JSON.parse(text.slice(from, end)) as string;
  const colon = skipSpace(text, end);
  if (text[colon] !== ':') {
    return fault(
      text,
      colon,
      'a colon',
      `put a colon between the name "${frame.key}" and its value`,
    );
  }
  return { next: skipSpace(text, colon + 1) };
}

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function endOfScalar<Mark>(
  text: string,
  at: number,
  frame: Frame<Mark> | undefined,
): number | JsonFault {
  if (text[at] === '"') return endOfString(text, at);
  scalar.lastIndex = at;
  if (scalar.test(text) && !/[\w.]/.test(text.charAt(scalar.lastIndex))) return scalar.lastIndex;
  return fault(text, at, 'a value', ended(text, at, frame) ?? mendForValue(text, at));
}

function isComment(text: string, at: number): boolean {
  return /^(?:\/[/*]|#)/.test(text.slice(at, at + 2));
}

function mendForValue(text: string, at: number): string {
  const start = text.slice(at, at + 9);
  if (/^['“”‘’]/.test(start)) return 'put straight double quotes (") around text';
  if (isComment(text, at)) return 'remove the comment, JSON has none';
  if (/^(true|false|null|none)\b/i.test(start))
    return 'write true, false or null, in small letters';
  if (/^[,\]}]/.test(start)) return 'write the missing value, or remove the field';
  return 'put text in double quotes';
}

function endOfString(text: string, from: number): number | JsonFault {
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) {
      const what = code === 0x0a ? 'a line break' : 'a control character';
      const message = `expected " before the end of the line, got ${what}`;
      return {
        offset: at,
        message,
        mend: 'close the text with ", or write \\n for a line break in it',
      };
    }
    if (code !== 0x5c) continue;
    const escape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (escape === null) {
      return fault(text, at, 'an escape such as \\n or \\"', 'write \\\\ for a backslash');
    }
    at += escape[0].length - 1;
  }
  const message = 'expected " to close the text that starts here, got the end of the file';
  return { offset: from, message, mend: 'close the text, or look whether the file was cut off' };
}

function missingComma<Mark>(text: string, at: number, frame: Frame<Mark>): JsonFault {
  const close = frame.kind === '[' ? ']' : '}';
  return fault(
    text,
    at,
    `a comma or ${close}`,
    ended(text, at, frame) ?? 'put a comma after the value before it',
  );
}

function trailing(text: string, at: number): JsonFault {
  return fault(
    text,
    at,
    'the end of the file',
    'to hold several articles, write them as one list: [ …, … ]',
  );
}

function ended<Mark>(text: string, at: number, frame: Frame<Mark> | undefined): string | undefined {
  if (at < text.length) return undefined;
  if (frame === undefined) return 'write an article, or a list of articles';
  const close = frame.kind === '[' ? ']' : '}';
  return `close what ${frame.kind} opened with ${close}, or look whether the file was cut off`;
}

function fault(text: string, offset: number, expected: string, mend: string): JsonFault {
  return { offset, message: `expected ${expected}, got ${tokenAt(text, offset)}`, mend };
}

function tokenAt(text: string, at: number): string {
  if (at >= text.length) return 'the end of the file';
  const token = /^(?:[\w.+-]{1,30}|"[^"\n]{0,30}"?|.)/su.exec(text.slice(at, at + 40))?.[0] ?? '';
  return token === '\n' ? 'a line break' : token;
}
