/** A line drawing of one path on a field of 20 by 20, in the colour of its text. Takes the size of its parent's `svg` rule. */
export function Icon({ path }: { path: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="square"
    >
      <path d={path} />
    </svg>
  );
}
