import { ChinaAirError, nearest } from '../errors.ts';
import type { Fact } from '../types.ts';

type FactFilter = Partial<Readonly<Pick<Fact, 'origin' | 'scope' | 'subject' | 'statistic' | 'period'>>>;

const NARROW = ['scope', 'statistic'] as const;

/** All facts of an edition: the only numbers that text, tables and figures may print. */
export class Facts {
  readonly all: readonly Fact[];
  readonly #byId: ReadonlyMap<string, Fact>;
  /** By the parts that leave few facts, each made when it is first asked for: tables ask city by city. */
  readonly #groups = new Map<keyof FactFilter, ReadonlyMap<string, readonly Fact[]>>();

  /** Errors: duplicate-fact (exit 1) when two facts have one id. */
  constructor(all: readonly Fact[]) {
    const byId = new Map<string, Fact>();
    for (const fact of all) {
      if (byId.has(fact.id)) {
        throw new ChinaAirError({
          code: 'duplicate-fact',
          exit: 1,
          message: `Two facts have the id ${fact.id}.`,
          remedy: 'Two rows of the data say the same thing: keep one, or tell them apart with a variant.',
        });
      }
      byId.set(fact.id, fact);
    }
    this.all = all;
    this.#byId = byId;
  }

  /** The fact, or undefined; a fact whose value is null counts as there. */
  find(id: string): Fact | undefined {
    if (!id.startsWith('best.')) return this.#byId.get(id);
    const rest = id.slice('best.'.length);
    const published = this.#byId.get(`published.${rest}`);
    return published && published.value !== null ? published : (this.#byId.get(`computed.${rest}`) ?? published);
  }

  /** Whether there is a number to print. */
  has(id: string): boolean {
    const value = this.find(id)?.value;
    return value !== null && value !== undefined;
  }

  /** Errors: unknown-fact (exit 1), with the nearest ids. */
  get(id: string): Fact {
    const fact = this.find(id);
    if (fact) return fact;
    throw new ChinaAirError({
      code: 'unknown-fact',
      exit: 1,
      message: `There is no fact ${id}.`,
      remedy: `Nearest: ${nearest(id, this.#byId.keys(), 5).join(', ')}. All facts are in facts.csv.`,
    });
  }

  /** Facts that agree with every part given, in the order they were built. */
  where(filter: FactFilter): readonly Fact[] {
    const wanted = Object.entries(filter) as [keyof FactFilter, string][];
    const candidates = NARROW.map((part) => this.#group(part, filter[part])).toSorted((a, b) => a.length - b.length)[0];
    return (candidates ?? this.all).filter((fact) => wanted.every(([key, value]) => fact[key] === value));
  }

  /** The facts with a value in one part; all where none is asked for. */
  #group(part: (typeof NARROW)[number], value: string | undefined): readonly Fact[] {
    if (value === undefined) return this.all;
    const known = this.#groups.get(part) ?? grouped(this.all, part);
    this.#groups.set(part, known);
    return known.get(value) ?? [];
  }
}

function grouped(facts: readonly Fact[], part: (typeof NARROW)[number]): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const own = groups.get(fact[part]);
    if (own) own.push(fact);
    else groups.set(fact[part], [fact]);
  }
  return groups;
}
