const middle = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};

/** What is measured, in the order of the table. */
const measures = [
  ...['front', 'story'].flatMap((page) => [
    { name: `${page} fcp`, says: `${page}: first paint`, unit: 'ms' },
    { name: `${page} lcp`, says: `${page}: largest paint`, unit: 'ms' },
    { name: `${page} readable`, says: `${page}: text readable`, unit: 'ms' },
    { name: `${page} tbt`, says: `${page}: blocked`, unit: 'ms' },
    { name: `${page} cls`, says: `${page}: shift`, unit: '' },
    { name: `${page} kB`, says: `${page}: fetched till rest`, unit: 'kB' },
  ]),
  { name: 'tap', says: 'tap → next headline', unit: 'ms' },
  { name: 'cold', says: 'cold → next headline', unit: 'ms' },
  { name: 'back', says: 'back → headline', unit: 'ms' },
  { name: 'scroll', says: 'back: place missed by', unit: 'px' },
  { name: 'memory', says: 'memory per move', unit: 'kB' },
];

/**
 * Medians, spread and ratios to the first target of the same round.
 * @param rounds a list of `{ target: { measure: number } }`
 */
export function summarise(rounds) {
  const targets = Object.keys(rounds[0]);
  return measures.map(({ name, says, unit }) => ({
    ...{ says, unit },
    columns: targets.map((target) => {
      const values = rounds.map((round) => round[target][name]);
      const ratios = rounds.map((round) => ratioOf(round[target][name], round[targets[0]][name]));
      return {
        ...{ target, median: middle(values), least: Math.min(...values) },
        ...{ most: Math.max(...values), ratio: middle(ratios.filter(Number.isFinite)) },
      };
    }),
  }));
}

/** A ratio to less than one of the unit, or of less than nothing, says nothing. */
const ratioOf = (value, base) => (base < 1 || value < 0 ? Number.NaN : value / base);

function figure(number) {
  if (Number.isInteger(number) || Math.abs(number) >= 10) return String(Math.round(number));
  return number.toFixed(Math.abs(number) < 0.1 ? 4 : 1);
}

const times = (ratio) => (Number.isFinite(ratio) ? `×${ratio.toFixed(2)}` : '–');

export function table(rows) {
  const cell = ({ median, least, most, ratio }) =>
    `${figure(median)} (${figure(least)}–${figure(most)}) ${times(ratio)}`;
  const row = (name, cells) => name.padEnd(27) + cells.map((one) => one.padStart(26)).join('');
  return [
    row(
      '',
      rows[0].columns.map(({ target }) => target),
    ),
    ...rows.map(({ says, unit, columns }) => row(`${says} ${unit}`, columns.map(cell))),
  ].join('\n');
}

const colours = ['#68645c', '#a3181e', '#8d887e'];
/** Heights of a bar and of a measure's name, width of the names, of the longest bar. Pixels. */
const [bar, head, side, width] = [26, 34, 190, 500];

/** The same as a page with one drawing: a bar for each median, a line from least to most. */
export function drawing(rows) {
  const parts = rows.flatMap(({ says, unit, columns }, row) => {
    const top = 40 + row * (columns.length * bar + head);
    const longest = Math.max(...columns.map(({ most }) => most)) || 1;
    const x = (value) => side + (Math.max(0, value) / longest) * width;
    return [
      `<text x="0" y="${top - 8}" font-weight="600">${says}${unit === '' ? '' : `, ${unit}`}</text>`,
      ...columns.map(({ target, median, least, most, ratio }, index) => {
        const y = top + index * bar;
        return [
          `<text x="0" y="${y + 15}">${target}</text>`,
          `<rect x="${side}" y="${y + 3}" width="${x(median) - side}" height="16" fill="${colours[index]}"/>`,
          `<path d="M${x(least)} ${y + 11}H${x(most)}" stroke="#1a1917" stroke-width="3"/>`,
          `<text x="${side + width + 10}" y="${y + 15}">${figure(median)} (${figure(least)}–${figure(most)}) ${times(ratio)}</text>`,
        ].join('');
      }),
    ];
  });
  const tall = 40 + rows.length * (rows[0].columns.length * bar + head);
  const title = 'The reader beside plain pages';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font:14px system-ui;margin:2rem"><h1>${title}</h1><p>On an emulated phone: processor four times slower, 150 ms, 1.6 Mbit/s. A bar is the median, the line goes from least to most, × is the median of the ratios to the first of the same round. Memory is measured without slowing.</p><svg viewBox="0 0 920 ${tall}" style="max-width:920px;width:100%" role="img" aria-label="Medians with their spread; the same figures stand in the table below">${parts.join('')}</svg><pre style="overflow-x:auto">${table(rows)}</pre></body></html>`;
}
