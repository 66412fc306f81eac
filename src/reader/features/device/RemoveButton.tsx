import { ownWords } from '../../ui/ownWords.ts';

interface Props {
  /** What it says while there is something to remove. */
  label: string;
  /** What is removed, for who only hears the button. */
  of: string;
  isRemoved: boolean;
  onRemove: () => Promise<void>;
  onUndo: () => Promise<void>;
}

/** Removes and puts back: one button for both, so that the focus stays where the reader put it. */
export function RemoveButton({ label, of, isRemoved, onRemove, onUndo }: Props) {
  const says = isRemoved ? ownWords.undo : label;
  return (
    <button
      type="button"
      className="action"
      aria-label={`${says}: ${of}`}
      onClick={() => void (isRemoved ? onUndo() : onRemove())}
    >
      {says}
    </button>
  );
}
