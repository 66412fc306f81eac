import type * as v from 'valibot';
import type { Finding, Path } from './finding.ts';

type Issue = v.BaseIssue<unknown>;

/** What a schema found wrong, as findings. `around` is the path of the checked value in its document. */
export function toFindings(issues: readonly Issue[], around: Path, what: string): Finding[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    return deepest(issue).map(({ inner, issue: { input, message } }) => {
      const full = [...path, ...inner];
      const [expected = message, mend] = message.split('\n');
      return {
        code: codeOf(full, input, what),
        path: [...around, ...full],
        message: expected,
        ...(mend === undefined ? {} : { mend }),
      };
    });
  });
}

/**
 * A union fails with the issues of all its members. Those with a path come from the member that the writer meant, as
 * the others stopped at the value's kind; then they say more than "expected one of these".
 */
function deepest(issue: Issue): { issue: Issue; inner: Path }[] {
  const meant = (issue.issues ?? []).filter((member) => member.path !== undefined);
  if (meant.length === 0) return [{ issue, inner: [] }];
  return meant.flatMap((member) =>
    deepest(member).map((found) => ({
      issue: found.issue,
      inner: [...pathOf(member), ...found.inner],
    })),
  );
}

function pathOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
}

function codeOf(path: Path, input: unknown, what: string): string {
  const [field = what] = path;
  const isMissing = input === undefined || (typeof input === 'string' && input.trim() === '');
  return `${isMissing ? 'missing' : 'invalid'}-${kebab(String(isMissing ? (path.at(-1) ?? what) : field))}`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
