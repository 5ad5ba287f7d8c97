// @ts-check

/** @typedef {{ name: string, points: readonly (readonly [x: number, y: number])[] }} Line */

const [width, height] = [720, 400];
const box = { left: 64, right: width - 150, top: 40, bottom: height - 48 };
const colours = ['#0b6e4f', '#1f6fb2', '#b3541e', '#7a3e9d', '#6b6b6b', '#c2185b'];

/** Lines on two logarithmic axes, as an SVG picture. */
export function plot(
  /** @type {string} */ title,
  /** @type {string} */ xLabel,
  /** @type {string} */ yLabel,
  /** @type {readonly Line[]} */ lines,
  /** @type {(value: number) => string} */ xTick = String,
) {
  const all = lines.flatMap(({ points }) => points);
  const x = axis(
    all.map(([value]) => value),
    box.left,
    box.right,
  );
  const y = axis(
    all.map(([, value]) => value),
    box.bottom,
    box.top,
  );
  const xTicks = x.powers.map(
    (value) =>
      `<line x1="${x.at(value)}" x2="${x.at(value)}" y1="${box.top}" y2="${box.bottom}" stroke="#ddd"/>` +
      `<text x="${x.at(value)}" y="${box.bottom + 18}" text-anchor="middle">${xTick(value)}</text>`,
  );
  const yTicks = y.powers.map(
    (value) =>
      `<line x1="${box.left}" x2="${box.right}" y1="${y.at(value)}" y2="${y.at(value)}" stroke="#ddd"/>` +
      `<text x="${box.left - 8}" y="${y.at(value) + 4}" text-anchor="end">${value}</text>`,
  );
  const places = apart(lines.map(({ points }) => y.at(points.at(-1)?.[1] ?? 1)));
  const drawn = lines.map(({ name, points }, index) => {
    const colour = colours[index % colours.length];
    const path = points.map(([a, b]) => `${x.at(a)},${y.at(b)}`).join(' ');
    const dots = points.map(([a, b]) => `<circle cx="${x.at(a)}" cy="${y.at(b)}" r="3" fill="${colour}"/>`).join('');
    const end = x.at(points.at(-1)?.[0] ?? 1);
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<text x="${end + 8}" y="${(places[index] ?? 0) + 4}" fill="${colour}">${escaped(name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${box.left}" y="22" font-size="15" font-weight="600">${escaped(title)}</text>
${xTicks.join('\n')}
${yTicks.join('\n')}
<text x="${(box.left + box.right) / 2}" y="${height - 10}" text-anchor="middle">${escaped(xLabel)}</text>
<text transform="translate(16 ${(box.top + box.bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(yLabel)}</text>
${drawn.join('\n')}
</svg>
`;
}

/** A logarithmic axis around some values, and the powers of ten on it. */
function axis(/** @type {readonly number[]} */ values, /** @type {number} */ from, /** @type {number} */ to) {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  const at = (/** @type {number} */ value) =>
    Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10;
  const powers = Array.from({ length: high - low + 1 }, (_, index) => Number((10 ** (low + index)).toPrecision(1)));
  return { at, powers };
}

/** Moves labels that would cover each other apart. */
function apart(/** @type {readonly number[]} */ places) {
  const moved = [...places];
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, place] of [...places.entries()].sort(([, a], [, b]) => a - b)) {
    last = Math.max(place, last + 14);
    moved[index] = last;
  }
  return moved;
}

function escaped(/** @type {string} */ text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
