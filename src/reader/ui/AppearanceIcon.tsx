import { Icon } from './Icon.tsx';

/** A large and a small letter, for the button that opens the Appearance dialog. */
export function AppearanceIcon() {
  return (
    <Icon path="M1.5 16 6 4.5h.6L11 16M3 12.5h6.5M12.5 13.2c0 4.2 6 3.6 6-.5v-1.5c-3.2-.3-6 .2-6 2M12.7 9.3c1.5-2 5.8-1.8 5.8 1.5V16" />
  );
}
