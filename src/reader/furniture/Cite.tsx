import type { Inline } from '../../model/body.ts';
import { Inlines } from './Inlines.tsx';

/** Where a quotation is from. */
export function Cite({ cite }: { cite: readonly Inline[] | undefined }) {
  if (cite === undefined) return null;
  return (
    <footer>
      <Inlines inlines={cite} />
    </footer>
  );
}
