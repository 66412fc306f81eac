/** How the panel looks, in its own tree; it follows the system's light or dark, as the page's theme is not its own. */
export const panelStyle = `
:host {
  all: initial; position: fixed; z-index: 2147483647; inset: auto 0 0; pointer-events: none;
  color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; color: var(--ink);
  --paper: #fffdf8; --ink: #1d1b18; --soft: #5c564e; --red: #a3171b; --line: #d9d2c6;
  --edge: max(16px, calc(50vw - 480px));
}
@media (prefers-color-scheme: dark) {
  :host { --paper: #211f1c; --ink: #f2ede4; --soft: #b9b0a3; --red: #ff9b8f; --line: #4a453e; }
}
@media print { :host { display: none; } }
* { box-sizing: border-box; margin: 0; }
section, .show { pointer-events: auto; background: var(--paper); box-shadow: 0 0 24px rgb(0 0 0 / 0.25); }
section { display: flex; flex-direction: column; max-block-size: 60vh; border-block-start: 4px solid var(--red); }
header { display: flex; align-items: start; justify-content: space-between; gap: 16px; padding: 12px var(--edge) 8px; }
h2 { font-size: 18px; line-height: 1.3; color: var(--red); }
.stays { color: var(--soft); font-size: 14px; }
.list { overflow: auto; padding: 0 var(--edge) 16px; }
ol { list-style: none; padding: 0; }
li { padding-block: 10px; border-block-start: 1px solid var(--line); overflow-wrap: anywhere; }
code { font: 14px/1.45 ui-monospace, monospace; }
.where { display: flex; flex-wrap: wrap; gap: 0 12px; color: var(--soft); }
.where code:first-child { color: var(--ink); font-weight: 600; }
li p:not(.where)::first-letter { text-transform: uppercase; }
.mend { color: var(--soft); }
button {
  flex: none; min-block-size: 44px; padding: 4px 16px; border: 1px solid currentcolor; border-radius: 4px;
  background: none; color: inherit; font: inherit; font-size: 15px; cursor: pointer;
}
.show {
  position: absolute; inset-block-end: 12px; inset-inline-end: 12px; color: var(--red); font-weight: 600;
  background: var(--paper);
}
:focus-visible { outline: 3px solid var(--red); outline-offset: 2px; }
.list:focus-visible { outline-offset: -3px; }
.said { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
`;
