import { Icon } from './Icon.tsx';

/** An arrow down into a tray. */
export function TakeAlongIcon() {
  return <Icon path="M10 3v10M5.5 9l4.5 4.5L14.5 9M3.5 17h13" />;
}
