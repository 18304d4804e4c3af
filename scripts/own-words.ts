import { type ParseArgsConfig, parseArgs } from 'node:util';
import { OPTIONS } from '../pipeline/options.ts';

type Own = NonNullable<ParseArgsConfig['options']>;

export type OwnWords = Readonly<{
  /** The values of all options as they stand, those of every run among them; '' for one that has none. */
  values: Readonly<Record<string, string>>;
  /** The first word that is neither an option nor the value of one, where it is asked for. */
  name: string | undefined;
  /** The words without those. */
  rest: readonly string[];
}>;

/** Tells the options of one verb, and the `name` that one may ask for, from the options that every run knows. */
export function ownWords(argv: readonly string[], own: Own, named = false): OwnWords {
  const options = { ...OPTIONS, ...own };
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string> = {};
  const taken = new Set<number>();
  let name: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'option') {
      values[token.name] = token.value ?? '';
      if (!(token.name in own)) continue;
      taken.add(token.index);
      if (token.inlineValue === false) taken.add(token.index + 1);
    } else if (token.kind === 'positional' && named && name === undefined) {
      name = token.value;
      taken.add(token.index);
    }
  }
  return { values, name, rest: argv.filter((_, i) => !taken.has(i)) };
}
