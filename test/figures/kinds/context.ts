import { makeFact } from '../../../pipeline/fact-id.ts';
import { Facts } from '../../../pipeline/facts/fact.ts';
import { printedNumber } from '../../../pipeline/facts/format.ts';
import type { Plate } from '../../../pipeline/figures/figure.ts';
import { drawFigure, type PlateContext } from '../../../pipeline/figures/figure.ts';
import { readFigure } from '../../../pipeline/figures/kinds/read.ts';
import type { Assessment, Data, Fact, Figure } from '../../../pipeline/types.ts';
import { city, data, edition, scope } from '../../build.ts';
import { geo, tokens } from '../samples/context.ts';

const CITIES = [
  ['110000', 'Beijing', '北京'],
  ['130100', 'Shijiazhuang', '石家庄'],
  ['310000', 'Shanghai', '上海'],
  ['650100', 'Urumqi', '乌鲁木齐'],
] as const;

/** Four cities that are a group, C4, of the edition 2013 to 2017. */
export const DATA = data({
  cities: CITIES.map(([code, en, zh]) => city(code, { short: { en, zh }, name: { en, zh } })),
  scopes: [
    scope(
      'C4',
      CITIES.map(([code]) => code),
      { name: { en: 'four cities', zh: '四个城市' } },
    ),
  ],
});

/** A fact by its id, as annual.mean of PM2.5 in µg/m³ unless told otherwise. */
export function fact(id: string, value: number | null, parts: Partial<Fact> = {}): Fact {
  const [origin = '', scopeId = '', subject = '', statistic = '', period = '', variant] = id.split(/(?<!\.)\.(?!\.)/);
  const changed = /-vs-/.test(period);
  return makeFact({
    ...{ origin: origin as Fact['origin'], scope: scopeId, subject, statistic, period, value },
    ...(variant ? { variant } : {}),
    ...{
      unit: changed ? '%' : 'µg/m³',
      decimals: changed ? 1 : 0,
      method: origin === 'published' ? 'published' : 'city-daily',
    },
    basis: 'standard-273K',
    reason: value === null ? 'coverage' : null,
    sources: ['archive'],
    ...parts,
  });
}

export function contextOf(
  facts: readonly Fact[],
  more: Readonly<{ data?: Data; assessment?: Partial<Assessment> }> = {},
): PlateContext {
  return {
    edition: edition({ year: 2017, previousYear: 2016, baselineYear: 2013, languages: ['en', 'zh'] }),
    facts: new Facts(facts),
    assessment: { facts, rankings: [], reconciliation: [], targets: [], robustness: [], twins: [], ...more.assessment },
    data: more.data ?? DATA,
    ...{ tokens, geo, format: (one: Fact) => printedNumber(one) },
  };
}

/** The plate of a figure file with these parameters; what is wrong with it fails the test. */
export function plateOf(params: object): Plate {
  const read = readFigure(
    'own-figure',
    'edition/figures/own-figure.json',
    JSON.stringify({ title: { en: 'T', zh: '题' }, ...params }),
  );
  if (Array.isArray(read)) throw new Error(read.map(({ message }) => message).join('; '));
  return read.plate;
}

export const drawn = (params: object, ctx: PlateContext): Promise<Figure> => drawFigure(plateOf(params), ctx);

/** The texts of a drawing, in the order drawn; patches behind words are left out. */
export const wordsOf = (svg: string | undefined): string[] =>
  [...(svg ?? '').matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, text = '']) => text.replace(/<[^>]+>/g, ''))
    .filter((text) => text !== '');
