/** Where the control that had the focus goes, the page takes it back, and stays where it is. */
export function focusMain(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}
