import { textWidth } from './text-width.ts';

const STROKED = /<text ([^>]*\bstroke="[^"]*"[^>]*)>([^<]*)<\/text>/g;

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

const plain = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/**
 * Stroked text, which Vega uses for halos, becomes a patch of paper of the same size behind the label: a PDF draws stroked
 * letters as shapes without a font (Type 3), and prints none of them as text.
 */
export function patched(svg: string): string {
  return svg.replace(STROKED, (_, attributes: string, content: string) => {
    const text = plain(content);
    const [, x = '0', y = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes) ?? [];
    const size = Number.parseFloat(attribute(attributes, 'font-size'));
    const [family, weight] = [plain(attribute(attributes, 'font-family')), attribute(attributes, 'font-weight') || 400];
    const width = textWidth(text, { family, size, weight });
    if (!text.trim()) return '';
    const shift = { middle: -width / 2, end: -width }[attribute(attributes, 'text-anchor')] ?? 0;
    const box = { x: Number(x) + shift - 1, y: Number(y) - size * 0.8, width: width + 2, height: size * 1.02 };
    const number = (value: number) => String(Number(value.toFixed(1)));
    return `<rect x="${number(box.x)}" y="${number(box.y)}" width="${number(box.width)}" height="${number(box.height)}" fill="${attribute(attributes, 'fill')}"/>`;
  });
}
