/**
 * The look of the report page, which stands alone: colours and steps are those of src/reader/ui/tokens.css, the serif
 * is the nearest the machine has. Serif for what is read, the system face for figures, rules instead of boxes, one red.
 */
export const reportStyle = `
:root {
  color-scheme: light;
  --paper: #fcfbf9; --wash: #f2f0eb; --ink: #1a1917; --ink-2: #45423d; --ink-3: #68645c;
  --rule: #d8d4cb; --edge: #8d887e; --accent: #a3181e;
  --serif: 'Lede Serif', 'Source Serif 4', Georgia, 'Noto Serif', 'Times New Roman', serif;
  --ui: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
  --gap: 1.25rem; --edge-space: 1.25rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #151412; --wash: #201e1b; --ink: #ebe7df; --ink-2: #cdc8be; --ink-3: #a39d92;
    --rule: #37342f; --edge: #7d776c; --accent: #f0907f;
  }
}
@media (width >= 48rem) { :root { --gap: 2rem; --edge-space: 2rem; } }
@media (width >= 80rem) { :root { --gap: 2.5rem; --edge-space: 3rem; } }
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 400 1rem/1.5rem var(--serif); overflow-wrap: anywhere; }
h1, h2, h3, p, ol, ul, table, figure { margin: 0; padding: 0; font: inherit; }
ol, ul { list-style: none; }
svg { display: block; inline-size: 100%; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.page { max-inline-size: 84rem; margin-inline: auto; padding-inline: var(--edge-space); padding-block: .75rem 4rem; }
.kicker { font-size: 1.0625rem; line-height: 1.25rem; font-weight: 600; font-variant-caps: small-caps; letter-spacing: .045em; color: var(--accent); }
.masthead { border-block-start: 3px solid var(--ink); padding-block: .5rem 2.5rem; display: grid; row-gap: .75rem; }
h1 { font-size: clamp(2.375rem, 1.45rem + 3.5vw, 4.125rem); line-height: 1.03; font-weight: 600; letter-spacing: -.021em; text-wrap: balance; overflow-wrap: anywhere; }
.stand { max-inline-size: 42rem; font-size: clamp(1.1875rem, 1.1rem + .35vw, 1.4375rem); line-height: 1.36; color: var(--ink-2); text-wrap: balance; }
.meta, .axis, .legend, .more, summary, .none { font: 400 .8125rem/1.25rem var(--ui); font-variant-numeric: lining-nums tabular-nums; color: var(--ink-3); }
section { border-block-start: 1px solid var(--ink); padding-block: .5rem 3rem; min-inline-size: 0; }
h2 { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem; font-size: 1.375rem; line-height: 1.75rem; font-weight: 700; letter-spacing: -.012em; padding-block-end: .75rem; }
h2 span { font: 400 .8125rem/1.25rem var(--ui); letter-spacing: 0; color: var(--ink-3); white-space: nowrap; }
.three { display: grid; column-gap: var(--gap); }
.why { max-inline-size: 42rem; color: var(--ink-2); padding-block-end: 1rem; text-wrap: pretty; }

table { border-collapse: collapse; inline-size: 100%; font: 400 .875rem/1.25rem var(--ui); font-variant-numeric: lining-nums tabular-nums; }
caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: start; vertical-align: baseline; font-weight: 400; padding-block: .5rem; padding-inline: 0 1rem; border-block-end: 1px solid var(--rule); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { color: var(--ink-3); font-size: .75rem; line-height: 1rem; padding-block: 0 .25rem; }
tbody tr:last-child > * { border-block-end: 0; }
.n { text-align: end; white-space: nowrap; }
.red { color: var(--accent); }
.bars th[scope=row] { font: 400 1.0625rem/1.375rem var(--serif); inline-size: 45%; }
.bars .bar { inline-size: 35%; vertical-align: middle; }
.bars svg { block-size: .625rem; }
.ink { fill: var(--ink); } .hot { fill: var(--accent); }

.days svg { block-size: 8rem; border-block-end: 1px solid var(--ink); }
.axis { display: flex; justify-content: space-between; padding-block-start: .25rem; }
details { padding-block-start: .75rem; }
summary { cursor: pointer; inline-size: fit-content; text-decoration: underline; text-decoration-color: var(--edge); text-underline-offset: .2em; line-height: 1.75rem; }

.web { display: grid; grid-template-columns: minmax(0, 1fr) minmax(5rem, 28%); }
.web li { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); align-items: center; block-size: 1.75rem; padding-inline-end: .5rem; }
.web li + li { border-block-start: 1px solid var(--rule); }
.web bdi { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; font-size: 1.0625rem; }
.web time { font: 400 .75rem/1rem var(--ui); font-variant-numeric: tabular-nums; color: var(--ink-3); }
.web div { position: relative; }
.web svg { position: absolute; inset: 0; block-size: 100%; overflow: visible; }
.arc { fill: none; stroke: var(--ink-3); stroke-width: 1; }
.arc.same-story { stroke: var(--ink); stroke-width: 2; }
.arc.series-next, .arc.series-earlier { stroke: var(--ink); stroke-dasharray: 5 3; }
.arc.same-people { stroke-dasharray: 1 3; stroke: var(--ink); stroke-linecap: round; }
.arc.same-place { stroke-dasharray: 8 4; }
.arc.same-topic { stroke-dasharray: 1 6; stroke-linecap: round; }
.arc.also-today { stroke: var(--edge); stroke-width: .75; }
.arc.chosen { stroke: var(--ink); stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding-block-end: 1rem; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.legend svg { inline-size: 2rem; block-size: .5rem; }
.lines tbody th { inline-size: 35%; font: 400 1rem/1.375rem var(--serif); }
.lines td li + li { padding-block-start: .25rem; }
.lines small { display: block; line-height: 1rem; font-size: .75rem; color: var(--ink-3); }

.scroll { overflow-x: auto; }
.scroll td, .scroll thead th { white-space: nowrap; }
.scroll th[scope=row] { min-inline-size: 12rem; }
.scroll small { font-size: .75rem; color: var(--accent); }
.zero { color: var(--ink-3); }
.problems code { font: 400 .8125rem/1.25rem var(--mono); }
.problems .what { font: 400 1rem/1.375rem var(--serif); }
.problems .mend { color: var(--ink-2); }
.problems td:nth-child(5) { min-inline-size: 16rem; }
@media (width < 48rem) {
  .problems, .problems tbody, .problems tr, .problems td, .problems th { display: block; }
  .problems thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .problems tr { border-block-end: 1px solid var(--rule); padding-block: .75rem; }
  .problems tr > * { border: 0; padding: 0; text-align: start; }
  .problems td:empty { display: none; }
  .problems th[scope=row], .problems .n, .problems .at { display: inline; margin-inline-end: .5rem; }
  .problems th[scope=row] { display: block; font-weight: 600; }
  .problems .n, .problems .at, .problems th[scope=row] { font-size: .8125rem; }
  .problems .n::before { content: attr(data-label) ' '; color: var(--ink-3); }
  .problems .what { padding-block-start: .25rem; }
}
@media (width >= 64rem) {
  .three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .three > section + section { position: relative; }
  .three > section + section::before { content: ''; position: absolute; inset-block: .75rem 3rem; inset-inline-start: calc(var(--gap) / -2); border-inline-start: 1px solid var(--rule); }
  .web { grid-template-columns: minmax(0, 1fr) 32%; }
}
@media (forced-colors: active) { .ink, .hot { fill: CanvasText; } .arc { stroke: CanvasText; } }
@media print {
  :root { --paper: #fff; --ink: #000; --ink-2: #000; --ink-3: #333; --rule: #999; --accent: #000; }
  section { break-inside: avoid-page; }
}
`;
