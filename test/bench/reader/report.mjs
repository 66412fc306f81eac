const middle = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1];
};

/**
 * Medians, spread and ratios to the first target of the same round.
 * @param rounds a list of `{ target: { measure: number } }`
 */
export function summarise(rounds) {
  const [base, ...others] = Object.keys(rounds[0]);
  return Object.keys(rounds[0][base]).map((name) => ({
    name,
    columns: [base, ...others].map((target) => {
      const values = rounds.map((round) => round[target][name]);
      return {
        ...{
          target,
          median: middle(values),
          least: Math.min(...values),
          most: Math.max(...values),
        },
        ratio: middle(rounds.map((round) => round[target][name] / round[base][name])),
      };
    }),
  }));
}

const whole = (number) => (Math.abs(number) < 10 ? number.toFixed(1) : String(Math.round(number)));

export function table(rows) {
  const cell = ({ median, least, most, ratio }) =>
    `${whole(median)} (${whole(least)}–${whole(most)}) ×${ratio.toFixed(2)}`;
  const line = (name, cells) => name.padEnd(20) + cells.map((one) => one.padStart(26)).join('');
  return [
    line(
      '',
      rows[0].columns.map(({ target }) => target),
    ),
    ...rows.map(({ name, columns }) =>
      line(name === 'memory' ? 'kB per move' : `${name} ms`, columns.map(cell)),
    ),
  ].join('\n');
}

const colours = ['#68645c', '#a3181e', '#8d887e'];

/** The same as a page with one drawing: a bar for each median, a line from least to most. */
export function drawing(rows) {
  const height = 26;
  const bars = rows.flatMap(({ name, columns }, row) => {
    const top = 40 + row * (columns.length * height + 34);
    const most = Math.max(1, ...columns.map((column) => column.most));
    const x = (value) => 170 + (Math.max(0, value) / most) * 520;
    return [
      `<text x="0" y="${top - 8}" font-weight="600">${name}${name === 'memory' ? ', kB per move' : ', ms'}</text>`,
      ...columns.map(({ target, median, least, most: highest, ratio }, index) => {
        const y = top + index * height;
        return `<text x="0" y="${y + 15}">${target}</text><rect x="170" y="${y + 3}" width="${x(median) - 170}" height="16" fill="${colours[index]}"/><path d="M${x(least)} ${y + 11}H${x(highest)}" stroke="#1a1917"/><text x="700" y="${y + 15}">${whole(median)} ×${ratio.toFixed(2)}</text>`;
      }),
    ];
  });
  const tall = 40 + rows.length * (3 * height + 34);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>The reader beside plain pages</title><body style="font:14px system-ui;margin:2rem"><h1>The reader beside plain pages</h1><svg viewBox="0 0 800 ${tall}" width="800" role="img" aria-label="Medians with their spread">${bars.join('')}</svg></body></html>`;
}
