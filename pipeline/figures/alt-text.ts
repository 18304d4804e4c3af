import type { Bilingual } from '../types.ts';
import { type Bins, binCounts, binLabels } from './map/bins.ts';

/** A name in both languages with its value in the unit; null: missing. `decimals` where it is printed otherwise than the others. */
export type Named = Readonly<{ name: Bilingual; value: number | null; decimals?: number }>;
/** What is measured: its name, the unit and the decimals it is printed with. */
export type Measure = Readonly<{ name: Bilingual; unit: Bilingual; decimals: number }>;

type Present = Named & Readonly<{ value: number }>;

/** First and last value, the direction between them, and the extremes where they lie inside. Names are the periods. */
export function describeSeries(measure: Measure, rows: readonly Named[]): Bilingual {
  const known = present(rows);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return nothing(measure);
  if (first === last) {
    return {
      en: `${measure.name.en}: ${print(first, measure, 'en')} in ${first.name.en}.`,
      zh: `${measure.name.zh}：${first.name.zh}为${print(first, measure, 'zh')}。`,
    };
  }
  const step = 10 ** -measure.decimals / 2;
  const way = last.value - first.value > step ? 'up' : first.value - last.value > step ? 'down' : 'level';
  const words = {
    up: { en: 'rises from', zh: '上升至' },
    down: { en: 'falls from', zh: '下降至' },
    level: { en: 'stays level, from', zh: '持平，为' },
  }[way];
  const ends = [first.value, last.value];
  const inner = (['highest', 'lowest'] as const)
    .map((kind) => [kind, extreme(known, kind)] as const)
    .filter(([, row]) => !ends.includes(row.value));
  const more = {
    en: inner.map(([kind, row]) => `; ${kind} in ${row.name.en} (${rowDigits(row, measure)})`).join(''),
    zh: inner
      .map(([kind, row]) => `，${row.name.zh}${kind === 'highest' ? '最高' : '最低'}（${rowDigits(row, measure)}）`)
      .join(''),
  };
  return {
    en: `${measure.name.en} ${words.en} ${print(first, measure, 'en')} in ${first.name.en} to ${print(last, measure, 'en')} in ${last.name.en}${more.en}.`,
    zh: `${measure.name.zh}由${first.name.zh}的${print(first, measure, 'zh')}${words.zh}${last.name.zh}的${print(last, measure, 'zh')}${more.zh}。`,
  };
}

/** The first `count` and the last `count` of rows that come in order of rank. */
export function describeRanking(measure: Measure, rows: readonly Named[], count = 3): Bilingual {
  const known = present(rows);
  if (known.length === 0) return nothing(measure);
  const head = known.slice(0, count);
  const tail = known.slice(Math.max(count, known.length - count));
  const list = (part: readonly Present[], language: 'en' | 'zh'): string =>
    part
      .map((row) =>
        language === 'en'
          ? `${row.name.en} (${rowDigits(row, measure)})`
          : `${row.name.zh}（${rowDigits(row, measure)}）`,
      )
      .join(language === 'en' ? ', ' : '、');
  return {
    en: `${measure.name.en}${inUnit(measure, 'en')}, ${known.length} in order. First: ${list(head, 'en')}.${tail.length > 0 ? ` Last: ${list(tail, 'en')}.` : ''}`,
    zh: `${measure.name.zh}${inUnit(measure, 'zh')}，共${known.length}项，按次序排列。前列：${list(head, 'zh')}。${tail.length > 0 ? `末尾：${list(tail, 'zh')}。` : ''}`,
  };
}

/** Median, range, and the share above a limit when one is given. Values in the unit; the share of those that have one. */
export function describeDistribution(
  measure: Measure,
  rows: readonly Named[],
  limit?: Readonly<{ value: number; name: Bilingual }>,
): Bilingual {
  const known = present(rows);
  if (known.length === 0) return nothing(measure);
  const sorted = known.map((row) => row.value).sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  const [low, high] = [digits(sorted[0] ?? 0, measure), digits(sorted.at(-1) ?? 0, measure)];
  const above = limit ? sorted.filter((value) => value > limit.value).length : 0;
  const share = Math.round((above / sorted.length) * 100);
  const over = {
    en: limit ? `; ${above} of ${sorted.length} (${share} %) are above ${limit.name.en} of ${limit.value}` : '',
    zh: limit ? `；${sorted.length}项中有${above}项（${share}%）超过${limit.name.zh}${limit.value}` : '',
  };
  return {
    en: `${measure.name.en} in ${sorted.length}: median ${digits(median, measure)}${spaced(measure.unit.en)}, from ${low} to ${high}${over.en}.`,
    zh: `${measure.name.zh}，共${sorted.length}项：中位数${digits(median, measure)}${spaced(measure.unit.zh)}，范围${low}～${high}${over.zh}。`,
  };
}

/** How many cities fall into each class of a map, how many have no value, and which are lowest and highest. */
export function describeMap(measure: Measure, rows: readonly Named[], bins: Bins): Bilingual {
  const known = present(rows);
  if (known.length === 0) return nothing(measure);
  const { counts, missing } = binCounts(
    rows.map((row) => row.value),
    bins,
  );
  const [low, high] = [extreme(known, 'lowest'), extreme(known, 'highest')];
  const classes = (language: 'en' | 'zh'): string =>
    binLabels(bins, language)
      .map((label, i) => (language === 'en' ? `${label}: ${counts[i]}` : `${label} ${counts[i]}个`))
      .join(language === 'en' ? ', ' : '，');
  return {
    en: `Map of ${measure.name.en}${inUnit(measure, 'en')}; cities in each class: ${classes('en')}; no data: ${missing}. Lowest: ${low.name.en} (${digits(low.value, measure)}); highest: ${high.name.en} (${digits(high.value, measure)}).`,
    zh: `${measure.name.zh}${inUnit(measure, 'zh')}分布图；各级城市数：${classes('zh')}；无数据${missing}个。最低：${low.name.zh}（${digits(low.value, measure)}）；最高：${high.name.zh}（${digits(high.value, measure)}）。`,
  };
}

const present = (rows: readonly Named[]): Present[] => rows.filter((row): row is Present => row.value !== null);
const digits = (value: number, { decimals }: Pick<Measure, 'decimals'>): string =>
  value.toFixed(decimals).replace('-', '\u2212');
const rowDigits = ({ value, decimals }: Present, measure: Measure): string =>
  digits(value, { decimals: decimals ?? measure.decimals });
/** Behind a number: words of Chinese follow without a space. */
const spaced = (unit: string): string => (/^[%\p{Script=Han}]|^$/u.test(unit) ? unit : ` ${unit}`);
const print = (row: Present, measure: Measure, language: 'en' | 'zh'): string =>
  `${rowDigits(row, measure)}${spaced(measure.unit[language])}`;
const inUnit = ({ unit }: Measure, language: 'en' | 'zh'): string => {
  if (unit[language] === '') return '';
  return language === 'en' ? ` (${unit.en})` : `（${unit.zh}）`;
};
const nothing = ({ name }: Measure): Bilingual => ({ en: `${name.en}: no data.`, zh: `${name.zh}：无数据。` });

function extreme(rows: readonly Present[], kind: 'highest' | 'lowest'): Present {
  const sign = kind === 'highest' ? 1 : -1;
  return rows.reduce((best, row) => (sign * row.value > sign * best.value ? row : best));
}
