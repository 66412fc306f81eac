/** A bookmark: saved stories. Filled where `data-on` stands on the svg's parent. */
export function BookmarkIcon() {
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
      <path d="M5 2.5h10v15l-5-4-5 4z" />
    </svg>
  );
}
