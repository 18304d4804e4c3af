import { within } from '../dates.ts';
import { makeFact } from '../fact-id.ts';
import { assessmentRuleOn, clausesOn, lastDay, standardOn } from '../standards/rules.ts';
import type { Data, Edition, Fact } from '../types.ts';
import { concentrationUnit } from '../units.ts';

/** Days of 2018 in the station archive that stand on the new basis: September to November and 26 days of December. */
const NEW_BASIS_DAYS = 30 + 31 + 30 + 26;
const DAYS_HELD = 360;
/** Which part of the mixed year 2018 stands on the new state. */
export const NEW_STATE_SHARE = NEW_BASIS_DAYS / DAYS_HELD;

/**
 * Ratio of a particulate concentration at ambient conditions to the one at 273 K, at low altitude: 273/T · P/101.325 for
 * annual temperatures and pressures of the plains gives 0.90 to 0.97; on the plateau it is far lower.
 */
const PARTICULATE_RATIO = { low: 0.9, high: 0.97 };

/** Digits after the point of a number as it stands in a table. */
const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length;

/**
 * What the change of the reference state on 1 September 2018 does: the factor for gases (273/298.15), the limits in force,
 * and by how much a mean over 2018 that mixes both states falls short of one on the old state alone (in %). A limit that
 * the assessment asks for and the tables do not have is a fact without value, reason `no-limit`.
 */
export function basisFacts(data: Data, { year }: Edition): Fact[] {
  const { basisBreaks, limits, guidelines } = data;
  const gas = basisBreaks.find(({ factor }) => factor !== null);
  const share = NEW_STATE_SHARE;
  const shortfall = (subject: string, statistic: string, ratio: number) =>
    makeFact({
      origin: 'standard',
      scope: 'CN',
      subject,
      statistic,
      period: '2018',
      value: share * (1 - ratio) * 100,
      unit: '%',
      decimals: 1,
      method: 'share of days on the new state x (1 - ratio of the states)',
      inputs: ['standards/basis-breaks.csv'],
      sources: gas ? [gas.source] : [],
    });
  const breaks =
    gas && gas.factor !== null && year >= 2018
      ? [
          makeFact({
            origin: 'standard',
            scope: 'CN',
            subject: 'gas',
            statistic: 'conversion-factor',
            period: '2018',
            value: gas.factor,
            unit: '',
            decimals: 4,
            method: '273 K / 298.15 K',
            inputs: ['standards/basis-breaks.csv'],
            sources: [gas.source],
          }),
          shortfall('gas', 'mixed-shortfall', gas.factor),
          shortfall('particulate', 'mixed-shortfall-low', PARTICULATE_RATIO.high),
          shortfall('particulate', 'mixed-shortfall-high', PARTICULATE_RATIO.low),
        ]
      : [];
  const inForce = limits.filter(({ from, to }) => within(lastDay(year), from, to));
  const lacking = ([1, 2] as const).flatMap((grade) =>
    clausesOn(data, lastDay(year), 'strict')
      .filter(
        ({ pollutant, averaging }) =>
          !inForce.some((row) => row.grade === grade && row.pollutant === pollutant && row.averaging === averaging),
      )
      .map(({ pollutant, averaging }) => ({ pollutant, averaging, grade })),
  );
  return [
    ...breaks,
    ...inForce.map((limit) =>
      makeFact({
        origin: 'standard',
        scope: 'CN',
        subject: limit.pollutant,
        statistic: `limit-${limit.averaging}-class-${limit.grade}`,
        period: String(year),
        value: limit.limit,
        unit: limit.unit,
        decimals: decimalsOf(limit.limit),
        method: limit.standard,
        inputs: ['standards/limits.csv'],
        sources: [limit.source],
      }),
    ),
    ...lacking.map(({ pollutant, averaging, grade }) =>
      makeFact({
        origin: 'standard',
        scope: 'CN',
        subject: pollutant,
        statistic: `limit-${averaging}-class-${grade}`,
        period: String(year),
        value: null,
        unit: concentrationUnit(pollutant),
        decimals: 0,
        method: `${assessmentRuleOn(data, lastDay(year))}, ${standardOn(data, lastDay(year))}`,
        inputs: ['standards/limits.csv'],
        reason: 'no-limit',
      }),
    ),
    ...guidelines
      .filter(({ evidence }) => evidence === 'seen' || evidence === 'derived')
      .map((line) =>
        makeFact({
          origin: 'standard',
          scope: 'WHO',
          subject: line.pollutant,
          statistic: `${line.averaging}-${line.level}`,
          period: line.edition,
          value: line.value,
          unit: line.unit,
          decimals: decimalsOf(line.value),
          method: `WHO ${line.edition}`,
          inputs: ['standards/who-guidelines.csv'],
          sources: [line.source],
        }),
      ),
  ];
}
