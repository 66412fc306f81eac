import { Icon } from './Icon.tsx';

/** An arrow to where reading came from: to the left, in a page that is read from the left. */
export function BackIcon() {
  return <Icon path="M17 10H3.5M9 4.5 3.5 10 9 15.5" />;
}
