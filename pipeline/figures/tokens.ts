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
