import type { Strings } from './strings.ts';

/** A set that also writes down, for the chapter being filled, what it is given and what it held when it was listed. */
export class Ledger extends Set<string> {
  own = new Set<string>();
  listed: string | undefined;

  override add(item: string): this {
    // The constructor of Set adds before `own` is there.
    this.own?.add(item);
    return super.add(item);
  }

  override [Symbol.iterator](): SetIterator<string> {
    this.listed ??= [...super.values()].join('\n');
    return super[Symbol.iterator]();
  }
}

/** What strings answer to a question of `heard`. */
export const ask = (strings: Strings, question: string): string => {
  const [name = '', ...words] = JSON.parse(question) as string[];
  const method: unknown = Reflect.get(strings, name);
  try {
    return JSON.stringify(typeof method === 'function' ? method.apply(strings, words) : method) ?? '';
  } catch {
    return 'not there';
  }
};

/** These strings, which write down what they are asked. */
export function heard(strings: Strings, asked: () => Map<string, string>): Strings {
  return new Proxy(strings, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...words: readonly unknown[]) => {
        const question = JSON.stringify([String(name), ...words]);
        if (!asked().has(question)) asked().set(question, ask(target, question));
        return member.apply(target, words);
      };
    },
  });
}
