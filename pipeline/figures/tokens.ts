import { ChinaAirError } from '../errors.ts';

/** Colours by name, without the dashes: `ink`, `pm25`, `seq-1`. Values are `#rrggbb`. */
export type Tokens = Readonly<Record<string, string>>;

/**
 * Reads `--name: #hex;` and `--name: var(--other);` from the text of tokens.css, the one place where colours are set. Of two
 * settings of a name the later one holds: an edition's own follow the shared ones.
 */
export function tokensOf(css: string): Tokens {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const set = new Map(
    [...plain.matchAll(/--([\w-]+)\s*:\s*(#[0-9a-f]{3,8}|var\(--[\w-]+\))\s*;/gi)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const tokens: Record<string, string> = {};
  for (const [name, value] of set) {
    const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
    const colour = other === undefined ? value : set.get(other);
    if (colour?.startsWith('#')) tokens[name] = colour;
  }
  return tokens;
}

/** The colour of that name. Errors: unknown-colour (exit 1). */
export function colour(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (value !== undefined) return value;
  throw new ChinaAirError({
    code: 'unknown-colour',
    exit: 1,
    message: `templates/styles/tokens.css sets no colour --${name}.`,
    remedy: `Add it there, or use one of: ${Object.keys(tokens).join(', ')}.`,
  });
}

/** `--seq-1` … `--seq-n` (or `div`), lowest first: n of the seven steps, spread over the whole ramp. */
export function ramp(tokens: Tokens, kind: 'seq' | 'div', steps: number): string[] {
  return Array.from({ length: steps }, (_, i) => {
    const step = steps === 1 ? 4 : 1 + Math.round((i * 6) / (steps - 1));
    return colour(tokens, `${kind}-${step}`);
  });
}

/** The colour of that name where words in it can be read on paper (3:1), else that of second ink. */
export function textColour(tokens: Tokens, name: string): string {
  const own = colour(tokens, name);
  return contrast(own, colour(tokens, 'paper')) < 3 ? colour(tokens, 'ink-2') : own;
}

/** Contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.1). */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const luminance = (hex: string): number =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
