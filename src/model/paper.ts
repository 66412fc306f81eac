/** `--paper` of the light and the dark theme in src/reader/ui/tokens.css, for what is drawn outside the page. */
export const paper = { light: '#fcfbf9', dark: '#151412' } as const;
