import type { Bilingual, Fact, Language } from '../types.ts';

/** Chinese counts large numbers by 万 and 亿. */
type Large = Readonly<{
  /** How many zeros one unit stands for. */
  zeros: number;
  /** What is counted, behind 万 or 亿 in running text; '' where the sentence says it. */
  counted: string;
  /** The unit of Chinese tables and axes. */
  table: string;
}>;

type UnitWords = Readonly<{
  /** On an axis and in the head of a column. */
  head: Bilingual;
  /** Behind a number in running text, with its space; without it the sentence says what is counted. */
  after?: Bilingual;
  large?: Large;
  /** Things counted one by one: whole thousands from ten thousand up were rounded by their source, and are said in 万. */
  rounded?: true;
}>;

const same = (text: string): Bilingual => ({ en: text, zh: text });
/** A unit that is written alike on axes and behind a number, in English after a space. */
const sign = (en: string, zh: string): UnitWords => ({ head: { en, zh }, after: { en: `\u00a0${en}`, zh } });
const things = (en: string, zh: string): UnitWords => ({ head: { en, zh } });
const rounded = (en: string, zh: string): UnitWords => ({ head: { en, zh }, rounded: true });
const large = (en: string, after: string, zeros: number, counted: string, table: string): UnitWords => ({
  head: { en, zh: table },
  after: { en: `\u00a0${after}`, zh: '' },
  large: { zeros, counted, table },
});

/** Every unit that is printed, in words: heads of tables take theirs from strings unit.*, which a test holds to these. */
const UNITS: Readonly<Record<string, UnitWords>> = {
  'µg/m³': sign('µg/m³', '微克/立方米'),
  'mg/m³': sign('mg/m³', '毫克/立方米'),
  '%': { head: same('%'), after: same('%') },
  pp: { head: { en: 'percentage points', zh: '百分点' }, after: { en: '\u00a0percentage points', zh: '个百分点' } },
  // Per year, which the sentence says.
  'µg/m³/a': { head: same('µg/m³/a'), after: { en: '\u00a0µg/m³', zh: '微克/立方米' } },
  'mg/m³/a': { head: same('mg/m³/a'), after: { en: '\u00a0mg/m³', zh: '毫克/立方米' } },
  '%/a': { head: same('%/a'), after: same('%') },
  'mg/kg': sign('mg/kg', '毫克/千克'),
  'g/kWh': sign('g/kWh', '克/千瓦时'),
  'yuan/kWh': sign('yuan/kWh', '元/千瓦时'),
  ppb: { head: same('ppb'), after: same('\u00a0ppb') },
  GW: large('GW', 'GW', 6, '千瓦', '万千瓦'),
  Mt: large('million t', 'million tonnes', 6, '吨', '万吨'),
  Mtce: large('million t of standard coal', 'million tonnes of standard coal', 6, '吨标准煤', '万吨标准煤'),
  'billion yuan': large('billion yuan', 'billion yuan', 9, '元', '亿元'),
  'million households': large('million households', 'million', 6, '', '万户'),
  'million vehicles': large('million vehicles', 'million', 6, '', '万辆'),
  'million weight cases': large('million weight cases', 'million weight cases', 6, '重量箱', '万重量箱'),
  boilers: rounded('boilers', '台'),
  cases: rounded('cases', '件'),
  deaths: rounded('deaths', '人'),
  enterprises: rounded('enterprises', '家'),
  households: rounded('households', '户'),
  permits: rounded('permits', '张'),
  cities: things('cities', '个城市'),
  days: things('days', '天'),
  'hot spots': things('hot spots', '个火点'),
  industries: things('industries', '个行业'),
  people: things('people', '人'),
  sites: things('sites', '个'),
  vehicles: things('vehicles', '辆'),
  villages: things('villages', '个村'),
  years: things('years', '年'),
};

/** A unit as it stands on an axis; one that Chinese scales, in the words of {@link inTableUnit}. */
export const unitOf = (unit: string): Bilingual => UNITS[unit]?.head ?? same(unit);

/** What follows a number of that unit in running text: '' where the sentence says what is counted. */
export const printedUnit = (unit: string, language: Language): string => UNITS[unit]?.after?.[language] ?? '';

/** How Chinese says a number of that unit in running text by 万 and 亿; undefined: as it is stored. */
export function largeUnit(unit: string, value: number): Pick<Large, 'zeros' | 'counted'> | undefined {
  const known = UNITS[unit];
  const whole = known?.rounded && Math.abs(value) >= 10_000 && value % 1000 === 0;
  return whole ? { zeros: 0, counted: '' } : known?.large;
}

/** Tables and axes are in 万, or in 亿 for what is stored in thousands of millions. */
const powerOf = ({ zeros }: Large): number => (zeros >= 8 ? zeros - 8 : zeros - 4);

/** A number in the unit of Chinese tables and axes: 31.1 million tonnes are 3110万吨, 20.48 billion yuan 204.8亿元. */
export function inTableUnit<T extends Pick<Fact, 'value' | 'decimals' | 'unit'>>(fact: T): T {
  const scaled = UNITS[fact.unit]?.large;
  if (fact.value === null || scaled === undefined) return fact;
  const power = powerOf(scaled);
  const decimals = Math.max(0, fact.decimals - power);
  return { ...fact, value: fact.value * 10 ** power, decimals, unit: scaled.table };
}

const SCALES = new Map(
  Object.values(UNITS).flatMap((words) =>
    words.large ? [[words.large.table, 10 ** powerOf(words.large)] as const] : [],
  ),
);

/** How many of a unit of {@link inTableUnit} make one of the stored unit; 1 for all others. */
export const tableScale = (unit: string): number => SCALES.get(unit) ?? 1;
