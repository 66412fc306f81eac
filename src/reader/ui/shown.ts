/**
 * Ends a selector that means the page on screen only: the one before it stays in the document for the way back, see
 * app/Visit.tsx.
 */
export const shown = ':not([hidden] *)';
