import { provinceOf } from '../../assess/register.ts';
import type { Policy } from '../../types.ts';
import { recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';

/** The national programmes that provinces carry out with plans of their own. */
const PROGRAMMES = ['cn-2013-action-plan', 'cn-2018-blue-sky-plan'];

/** A province's latest plan for a national programme; where none is recorded, its latest record under plans and strategy. */
export function mainPlan(records: readonly Policy[]): Policy | undefined {
  const plans = records.filter(({ level, sectors }) => level === 'provincial' && sectors.includes('planning'));
  return plans.findLast(({ family }) => family !== null && PROGRAMMES.includes(family)) ?? plans.at(-1);
}

/** Every province: how many of its own and of its cities' records the register holds, and its main plan. */
export const policiesProvinces: TableBuilder = (context) => {
  const { data, edition } = context;
  const records = recordsToDate(context);
  const provinces = data.provinces.filter(({ code }) => Number(code) < 700000);
  return {
    columns: [
      { key: 'province' },
      { key: 'level-provincial', numeric: true },
      { key: 'level-municipal', numeric: true },
      { key: 'main-plan' },
    ],
    rows: provinces.map(({ code, short }) => {
      const plan = mainPlan(records.filter((policy) => provinceOf(policy) === code));
      const count = (level: string) => ({
        fact: `register.${code}:${level}.all.to-date.${edition.year}`,
        absent: 'no-record',
      });
      return {
        head: { text: short },
        cells: [count('provincial'), count('municipal'), plan ? { policy: plan.id } : { text: '–' }],
      };
    }),
    sources: sourcesOf(records.filter(({ level }) => level === 'provincial')),
    notes: ['main-plan'],
  };
};
