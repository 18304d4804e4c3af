import { tokens } from './tokens.ts';

/** A helper as a template calls it: its words, in quotes or bare, without its settings; and the line of the call. */
export type Call = Readonly<{ helper: string; words: readonly string[]; line: number }>;

const CALL = /^\{\{[{#~]*\s*(?:else\s+)?([\w-]+)([\s\S]*?)~?\}?\}\}$/;
const WORD = /(?:^|\s)(?:"([^"]*)"|'([^']*)'|([\w.@-]+))(?=\s|$)/g;

/** Every call of a template in order; `{{else has …}}` counts as has. Comments, ends of blocks and partials are none. */
export function calls(template: string): Call[] {
  let [line, from] = [1, 0];
  return tokens(template).flatMap(({ kind, start, end }) => {
    if (kind === 'text' || kind === 'comment' || kind === 'close') return [];
    for (let i = template.indexOf('\n', from); i >= 0 && i < start; i = template.indexOf('\n', i + 1)) line += 1;
    from = start;
    // A tag may hold calls in its attributes.
    const inside = kind === 'open' ? calls(template.slice(start + 1, end)) : [];
    if (kind === 'open') return inside.map((call) => ({ ...call, line: call.line + line - 1 }));
    const [, helper = '', rest = ''] = CALL.exec(template.slice(start, end)) ?? [];
    if (helper === '' || helper === 'else') return [];
    const words = [...rest.matchAll(WORD)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
    return [{ helper, words, line }];
  });
}
