import type { Bilingual, Fact, FigureRow } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import { namer } from './pick.ts';
import { joined, listed } from './words.ts';

/** Ids of the facts shown and of the sources behind them, each once. */
export function credits(used: readonly Fact[]): Readonly<{ facts: readonly string[]; sources: readonly string[] }> {
  return {
    facts: [...new Set(used.map(({ id }) => id))],
    sources: [...new Set(used.flatMap(({ sources }) => sources))],
  };
}

/** One plotted value as a row of the figure's table. */
export function rowsOf(ctx: PlateContext, used: readonly Fact[]): FigureRow[] {
  const nameOf = namer(ctx);
  return used.map((fact) => ({
    name_en: nameOf(fact.scope).en,
    name_zh: nameOf(fact.scope).zh,
    subject: fact.subject,
    statistic: fact.statistic,
    period: fact.period,
    value: fact.value,
    unit: fact.unit,
    origin: fact.origin,
    fact: fact.id,
  }));
}

const yearOfFact = ({ period }: Fact): number => Number(period.slice(0, 4));
const isPlain = ({ period }: Fact): boolean => /^\d{4}$/.test(period);

const METHODS: Readonly<Record<string, Bilingual>> = {
  'station-hourly': { en: 'hourly station values', zh: '站点小时值' },
  'city-hourly': { en: 'hourly city values', zh: '城市小时值' },
  'city-daily': { en: 'daily city means', zh: '城市日均值' },
  'city-daily-37': { en: 'daily city means', zh: '城市日均值' },
  'city-monthly': { en: 'monthly city means', zh: '城市月均值' },
  'station-annual': { en: 'annual means of stations', zh: '站点年均值' },
};

/** The archive form most of a year's computed values rest on. */
function mainMethod(facts: readonly Fact[]): string {
  const counts = new Map<string, number>();
  for (const { method } of facts) {
    const first = method.split('+')[0] ?? '';
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

const span = (years: readonly number[], dash: string): string =>
  years.length > 1 ? `${years[0]}${dash}${years.at(-1)}` : String(years[0]);

/** Says from which archives computed values come, when that differs between the years compared. */
function methodNote(computed: readonly Fact[]): Bilingual | null {
  const years = [...new Set(computed.map(yearOfFact))].sort((a, b) => a - b);
  const groups: { name: Bilingual; years: number[] }[] = [];
  for (const year of years) {
    const name = METHODS[mainMethod(computed.filter((fact) => yearOfFact(fact) === year))];
    if (!name) continue;
    const last = groups.at(-1);
    if (last?.name.en === name.en) last.years.push(year);
    else groups.push({ name, years: [year] });
  }
  if (groups.length < 2) return null;
  const words = listed(
    groups.map((group) => ({
      en: `${group.name.en} (${span(group.years, '–')})`,
      zh: `${group.name.zh}（${span(group.years, '—')}年）`,
    })),
  );
  return {
    en: `Computed values rest mainly on ${words.en}; differences between these years may in part be due to that.`,
    zh: `计算值主要依据${words.zh}，这些年份之间的差异可能部分由此而来。`,
  };
}

/** What hollow marks mean, for single values and for pairs that are compared. */
export const HOLLOW = {
  value: {
    en: 'Hollow marks: computed from city data, where there is no published figure.',
    zh: '空心标记：无公布值，据城市数据计算。',
  },
  pair: {
    en: 'Hollow marks: computed from city data for both years, where there is no published pair.',
    zh: '空心标记：两年的公布值不全，两年均据城市数据计算。',
  },
} as const satisfies Record<string, Bilingual>;
const MIXED: Bilingual = {
  en: 'Computed values of 2018 mix two states of the air: the reference state changed on 1 September 2018.',
  zh: '2018年计算值兼有2018年9月1日前后的两种监测状态。',
};
const STATES: Bilingual = {
  en: 'The state of the air to which concentrations refer changed in September 2018: figures on the one and on the other are not comparable.',
  zh: '自2018年9月起监测状态变更，变更前后的数值不可比。',
};
/** After STATES, which has said what the two are. */
const MIXED_OF_BOTH: Bilingual = {
  en: 'Computed values of 2018 mix the two.',
  zh: '2018年计算值兼有两种监测状态。',
};
const DUST: Bilingual = {
  en: 'Official PM figures leave out sand-dust days from 2017 on.',
  zh: '自2017年起，公布的颗粒物数值剔除沙尘天气影响。',
};

/** Whether yearly values of the air on the state in force since September 2018 stand beside others. */
const crossesStates = (used: readonly Fact[]): boolean => {
  const air = used.filter((fact) => isPlain(fact) && fact.basis !== null);
  return new Set(air.map(({ basis }) => basis === 'actual-298K')).size > 1;
};

/**
 * What a reader must know to compare the values shown: hollow marks (where a drawing has both kinds), the two states of
 * 2018, archives that differ, the rule on sand dust; then the plate's own sentences.
 */
export function noteOn(used: readonly Fact[], own: readonly Bilingual[] = [], hollow?: keyof typeof HOLLOW): Bilingual {
  const computed = used.filter((fact) => fact.origin === 'computed' && isPlain(fact));
  const particulate = used.filter(
    (fact) => fact.origin === 'published' && isPlain(fact) && (fact.subject === 'pm25' || fact.subject === 'pm10'),
  );
  const withDust = particulate.some((fact) => yearOfFact(fact) < 2017 && !fact.id.endsWith('dust-excluded'));
  const crosses = withDust && particulate.some((fact) => yearOfFact(fact) >= 2017);
  const states = crossesStates(used);
  const mixed = computed.some(({ basis }) => basis === 'mixed-2018');
  const sentences = [
    hollow && computed.length > 0 ? HOLLOW[hollow] : null,
    states ? STATES : null,
    mixed ? (states ? MIXED_OF_BOTH : MIXED) : null,
    methodNote(computed),
    crosses ? DUST : null,
    ...own,
  ];
  return joined(sentences.filter((sentence) => sentence !== null));
}
