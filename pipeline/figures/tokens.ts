import { ChinaAirError } from '../errors.ts';

/** Colours by name, without the dashes: `ink`, `pm25`, `seq-1`. Values are `#rrggbb`. */
export type Tokens = Readonly<Record<string, string>>;

/** Reads `--name: #hex;` from the text of templates/styles/tokens.css, the one place where colours are set. */
export function tokensOf(css: string): Tokens {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const direct = [...plain.matchAll(/--([\w-]+)\s*:\s*(#[0-9a-f]{3,8})\s*;/gi)].map(([, name = '', hex = '']) => [
    name,
    hex,
  ]);
  const tokens: Record<string, string> = Object.fromEntries(direct);
  for (const [, name = '', other = ''] of plain.matchAll(/--([\w-]+)\s*:\s*var\(--([\w-]+)\)\s*;/gi)) {
    const colour = tokens[other];
    if (colour !== undefined) tokens[name] = colour;
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
