import { chemistryTspans } from './chemistry.ts';
import { patched } from './halo.ts';

/** What Vega's SVG needs before it can stand in a page among others: see each step. */
export function polished(svg: string, { prefix, alt }: { prefix: string; alt: string }): string {
  return chemistryTspans(patched(rounded(prefixedIds(withoutAria(svg), prefix)))).replace(
    /^<svg /,
    `<svg role="img" aria-label="${escaped(alt)}" `,
  );
}

/** One image is one Figure with its Alt in the tags of the PDF; roles inside would become figures of their own. */
function withoutAria(svg: string): string {
  return svg.replace(/ (?:aria-[a-z]+|role)="[^"]*"/g, '').replace(/ pointer-events="none"/g, '');
}

/** All SVGs of a report share one document, and Vega counts its clip paths from 0 in each. */
function prefixedIds(svg: string, prefix: string): string {
  const ids = [...new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))];
  const named = new Map(ids.map((id, i) => [id, `${prefix}-${i + 1}`]));
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${named.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${named.get(id) ?? id})`)
    .replace(/href="#([^"]+)"/g, (_, id: string) => `href="#${named.get(id) ?? id}"`);
}

/** A hundredth of a px is 3 µm on paper; more digits only weigh. */
function rounded(svg: string): string {
  return svg.replace(
    / (d|transform|x|y|x1|x2|y1|y2|width|height|font-size|stroke-width)="([^"]*)"/g,
    (_, name, value) => {
      const short = String(value).replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (n) => String(Number(Number(n).toFixed(2))));
      return ` ${name}="${short}"`;
    },
  );
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
