import { Icon } from './Icon.tsx';

/** A bookmark: saved stories. */
export function BookmarkIcon() {
  return <Icon path="M5 2.5h10v15l-5-4-5 4z" />;
}
