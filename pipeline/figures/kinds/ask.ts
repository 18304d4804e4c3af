import * as z from 'zod';
import { existsIn } from '../../assess/scopes.ts';
import { ChinaAirError, nearest } from '../../errors.ts';
import { settle } from '../../fact-places.ts';
import { scopeNames } from '../../facts/table.ts';
import type { Bilingual } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import { type Known, known, namer, plainName } from '../parts/pick.ts';

/** A year by number, or one of the edition's: assessed, before it, baseline. */
export const Year = z.union([z.int().min(2000).max(2100), z.enum(['@Y', '@P', '@B'])]);
export type Year = z.infer<typeof Year>;
export const Years = z.strictObject({ from: Year, to: Year });

/** A group whose members are drawn (`CAP31`, `@N`, `130000`, `provinces`), or the members themselves. */
export const Members = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
export type Members = z.infer<typeof Members>;

/** A fact's id with `*` for the scope and `{year}` (or `{from}`, `{to}`, `{month}`) for the period; @Y, @B, @N … as in templates. */
export const Pattern = z.string().regex(/^(best|published|computed|target|register|standard)\.\S+$/, {
  error: 'is no fact: it begins with best., published., computed., target., register. or standard.',
});

export const yearOf = (year: Year, { edition }: PlateContext): number =>
  typeof year === 'number' ? year : Number(settle(year, edition));

export function yearsBetween({ from, to }: z.infer<typeof Years>, ctx: PlateContext): number[] {
  const [first, last] = [yearOf(from, ctx), yearOf(to, ctx)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** A member of a figure: its scope and its name there. */
export type Member = Readonly<{ id: string; name: Bilingual }>;

/** The members asked for, in the order of their codes or as they are listed. Errors: unknown-scope (exit 1). */
export function membersOf(members: Members, ctx: PlateContext): Member[] {
  const { data, edition } = ctx;
  const nameOf = namer(ctx);
  const short = new Map([...data.cities, ...data.provinces].map((place) => [place.code, plainName(place)]));
  const asMember = (id: string): Member => ({ id, name: short.get(id) ?? nameOf(id) });
  const inYear = data.cities.filter((city) => existsIn(city, edition.year));
  const assessed = new Set(inYear.map(({ province }) => province.code));
  if (members === 'provinces') {
    return data.provinces.filter(({ code }) => assessed.has(code)).map(({ code }) => asMember(code));
  }
  const scopes = scopeNames(data);
  const checked = (asked: string): string => {
    const id = settle(asked, edition);
    if (scopes.has(id)) return id;
    throw new ChinaAirError({
      code: 'unknown-scope',
      exit: 1,
      message: `There is no scope, province or city ${id}.`,
      remedy: `Nearest: ${nearest(id, [...scopes.keys(), 'provinces']).join(', ')}.`,
    });
  };
  if (typeof members !== 'string') return members.map((id) => asMember(checked(id)));
  const group = checked(members);
  const listed = new Set(data.scopes.find(({ id }) => id === group)?.members);
  const own = inYear.filter(({ code, province }) => (listed.size > 0 ? listed.has(code) : province.code === group));
  return own.length > 0 ? own.map(({ code }) => asMember(code)) : [asMember(group)];
}

export type Places = Readonly<{ scope?: string; year?: number; from?: number; to?: number; month?: string }>;

/** The id a pattern means at these places. */
export function idAt(pattern: string, { scope, ...places }: Places, ctx: PlateContext): string {
  const filled = Object.entries(places).reduce(
    (id, [name, value]) => id.replaceAll(`{${name}}`, String(value)),
    pattern,
  );
  return settle(scope === undefined ? filled : filled.replace('*', scope), ctx.edition);
}

export type Asked = Readonly<{ found: readonly Known[]; missing: readonly string[] }>;

/** The facts of these ids that have a value, and the ids of the others. */
export function ask(ids: readonly string[], ctx: PlateContext): Asked {
  const found: Known[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const fact = known(ctx.facts, id);
    if (fact) found.push(fact);
    else missing.push(id);
  }
  return { found, missing };
}

/** One pattern, or several of which the first that has a value is taken. */
export const Patterns = z.union([Pattern, z.array(Pattern).min(1)]);

/** The fact of the first of these patterns that has a value there. */
export function askFirst(patterns: z.infer<typeof Patterns>, places: Places, ctx: PlateContext): Asked {
  const ids = (typeof patterns === 'string' ? [patterns] : patterns).map((pattern) => idAt(pattern, places, ctx));
  const { found, missing } = ask(ids, ctx);
  return found.length > 0 ? { found: found.slice(0, 1), missing: [] } : { found, missing: missing.slice(0, 1) };
}

/**
 * Facts that are to be compared: `best.` means all of them published or, failing that, all of them computed, since a published figure is
 * never set against a computed one.
 */
export function askAlike(ids: readonly string[], ctx: PlateContext): Asked {
  const best = ids.some((id) => id.startsWith('best.'));
  const origins = best ? ['published.', 'computed.'] : [''];
  const asked = origins.map((origin) => ask(best ? ids.map((id) => id.replace(/^best\./, origin)) : ids, ctx));
  return asked.find(({ missing }) => missing.length === 0) ?? { found: [], missing: [...ids] };
}

/** Whether facts stand on both sides of the change of state of September 2018, so that they are not to be compared. */
export const crosses = (facts: readonly Known[]): boolean =>
  new Set(facts.filter(({ basis }) => basis !== null).map(({ basis }) => basis === 'actual-298K')).size > 1;

/** Says for whom there are no data, by name where they are few. */
export function withoutData(members: readonly Member[]): Bilingual[] {
  if (members.length === 0) return [];
  const few = members.length <= 6;
  const names = (language: 'en' | 'zh', between: string) => members.map(({ name }) => name[language]).join(between);
  return [
    {
      en: few ? `No data: ${names('en', ', ')}.` : `No data for ${members.length} of those that belong here.`,
      zh: few ? `无数据：${names('zh', '、')}。` : `其中${members.length}个无数据。`,
    },
  ];
}
