import { useState } from 'react';
import { ownWords } from '../../ui/ownWords.ts';

interface Props {
  /** What it says while there is something to remove. */
  label: string;
  /** What is removed, for who only hears the button. */
  of: string;
  /** Whether there is anything to remove. */
  isThere: boolean;
  isRemoved: boolean;
  /** @returns what is to be said of it, when it was not done as asked */
  onRemove: () => Promise<string | undefined>;
  onUndo: () => Promise<string | undefined>;
}

/**
 * Removes and puts back: one button for both, so that the focus stays where the reader put it. It answers in the frame in
 * which it is pressed; what is said beside it waits until the thousands that may be are gone or back, or could not be.
 * Once pressed it stays, whether the new size is read before that is over or after it.
 */
export function RemoveButton({ label, of, isThere, isRemoved, onRemove, onUndo }: Props) {
  const [wasPressed, setPressed] = useState(false);
  const [isAtWork, setAtWork] = useState(false);
  const [problem, setProblem] = useState<string>();
  const says = isRemoved === isAtWork ? label : ownWords.undo;
  const press = async (): Promise<void> => {
    if (isAtWork) return;
    setPressed(true);
    setAtWork(true);
    setProblem(undefined);
    setProblem(await (isRemoved ? onUndo() : onRemove()));
    setAtWork(false);
  };
  if (!isThere && !wasPressed) return null;
  return (
    <>
      <button
        type="button"
        className="action"
        aria-label={`${says}: ${of}`}
        aria-busy={isAtWork}
        onClick={() => void press()}
      >
        {says}
      </button>
      <output className="meta">{problem}</output>
    </>
  );
}
