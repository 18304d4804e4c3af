/** Formulas whose figures are set low. Letters and figures around them make another word: PM100, CO2e are left alone. */
const FORMULA = /(?<![A-Za-z0-9])(PM|SO|NO|O|CO|NH)(2\.5|10|2|3|x)(?![A-Za-z0-9])/g;
const KNOWN = new Set(['PM2.5', 'PM10', 'SO2', 'NO2', 'NOx', 'O3', 'CO2', 'NH3']);

const SCALE = 0.7;
/** How far the figures sink, in em of the text around them. */
const DROP = 0.18;

/**
 * Sets the figures of PM2.5, PM10, SO2, NO2, O3 in the text of an SVG small and low with tspans, because the faces have
 * no subscript figures. Attributes such as aria-label stay plain text. Lines of a text of several lines keep their place.
 */
export function chemistryTspans(svg: string): string {
  return svg.replace(/(<text\b[^>]*>)([\s\S]*?)(<\/text>)/g, (_, open: string, content: string, close: string) => {
    if (!content.match(FORMULA)) return open + content + close;
    const size = Number(/font-size="([\d.]+)px"/.exec(open)?.[1] ?? 10);
    return open + withSubscripts(content, size) + close;
  });
}

function withSubscripts(content: string, size: number): string {
  let sunk = false;
  const shift = (direction: 1 | -1): string => String(Math.round(direction * DROP * size * 100) / 100);
  const small = String(Math.round(size * SCALE * 100) / 100);
  return content
    .split(/(<[^>]+>)/)
    .map((part) => {
      if (part.startsWith('<')) {
        // The next line begins where the last one ended, so a line that ended low has to be lifted.
        if (!sunk || !part.includes(' dy="')) return part;
        sunk = false;
        return part.replace(
          / dy="([-\d.]+)"/,
          (_, dy: string) => ` dy="${Math.round((Number(dy) - DROP * size) * 100) / 100}"`,
        );
      }
      let out = '';
      let from = 0;
      for (const match of part.matchAll(FORMULA)) {
        const [whole, letters = '', figures = ''] = match;
        if (!KNOWN.has(whole)) continue;
        const before = part.slice(from, match.index) + letters;
        out += sunk ? `<tspan dy="${shift(-1)}">${before}</tspan>` : before;
        out += `<tspan dy="${shift(1)}" font-size="${small}px">${figures}</tspan>`;
        sunk = true;
        from = match.index + whole.length;
      }
      const rest = part.slice(from);
      if (rest === '') return out;
      const lifted = sunk ? `<tspan dy="${shift(-1)}">${rest}</tspan>` : rest;
      sunk = false;
      return out + lifted;
    })
    .join('');
}
