/**
 * Calls back when what is being rendered now is on screen; in a page that nobody sees, where no frame comes, soon. Returns
 * how to call it off.
 */
export function afterPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const then = (): void => {
    timer = setTimeout(callback);
  };
  const frame = document.hidden ? undefined : requestAnimationFrame(then);
  if (frame === undefined) then();
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
