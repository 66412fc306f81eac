/** A field that is truly absent when there is nothing in it. */
export function field<Name extends string, Value>(
  key: Name,
  value: Value | undefined,
): { [Key in Name]?: Value } {
  // A computed key widens to string, so the compiler cannot see what the line says.
  return (value === undefined ? {} : { [key]: value }) as { [Key in Name]?: Value };
}
