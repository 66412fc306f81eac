import { listOf, recordsOf, textAt, textOf, valueAt } from './feeds/jsonValue.ts';

/**
 * The text of the best role in a list of `{ role, value }` (headlines, descriptions of ninjs 2 and 3): by the order of
 * `roles`, else the first whose role is not in `never`.
 */
export function wordsByRole(
  value: unknown,
  roles: readonly string[],
  never: readonly string[] = [],
): string | undefined {
  const [plain] = listOf(value).flatMap((one) => textOf(one) ?? []);
  const written = recordsOf(value).flatMap((one) => {
    const text = textOf(valueAt(one, 'value'));
    const role = (textAt(one, 'role') ?? '').toLowerCase().replace(/^.*[:/]/, '');
    return text === undefined || never.includes(role) ? [] : [{ role, text }];
  });
  const ranked = roles.flatMap((role) => written.find((one) => one.role === role) ?? []);
  return ranked[0]?.text ?? written[0]?.text ?? plain;
}
