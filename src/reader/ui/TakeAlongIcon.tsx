/** An arrow down into a tray. Takes the size of its parent's `svg` rule. */
export function TakeAlongIcon() {
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
      <path d="M10 3v10M5.5 9l4.5 4.5L14.5 9M3.5 17h13" />
    </svg>
  );
}
