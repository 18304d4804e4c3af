import * as z from 'zod';
import { familyOf } from '../../assess/policy-families.ts';
import { printable } from '../../assess/published.ts';
import { provinceOf } from '../../assess/register.ts';
import { ChinaAirError, nearest } from '../../errors.ts';
import { type Bilingual, POLICY_LEVELS, type Policy, type PolicyLevel } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import { flow as flowChart } from '../parts/flow.ts';
import { known, namer, plainName } from '../parts/pick.ts';
import { shortName } from '../parts/policy-events.ts';
import { recordsOf, SECTOR } from '../parts/register.ts';
import { joined } from '../parts/words.ts';
import { colour } from '../tokens.ts';
import { type Kind, Text } from './kind.ts';

const Params = z.strictObject({
  /** The record that the others carry out. */
  head: z.string(),
  levels: z
    .array(z.enum(POLICY_LEVELS))
    .min(1)
    .default([...POLICY_LEVELS]),
  /** Names in place of places and short titles. */
  names: z.record(z.string(), Text).default({}),
});

const HEADS: Readonly<Record<PolicyLevel, Bilingual>> = {
  national: { en: 'Ministries', zh: '部门文件' },
  regional: { en: 'Regions', zh: '区域文件' },
  provincial: { en: 'Provinces', zh: '省级文件' },
  municipal: { en: 'Cities', zh: '市级文件' },
};
const COLOURS: Readonly<Record<PolicyLevel, string>> = {
  national: 'seq-7',
  regional: 'accent-2',
  provincial: 'seq-6',
  municipal: 'seq-5',
};

/** A province's or city's record by its place, and by its sector where it is no plan; all others by their short names. */
function nameOf(policy: Policy, ctx: PlateContext): Bilingual {
  if (policy.level !== 'provincial' && policy.level !== 'municipal') return shortName(policy);
  const code = policy.level === 'provincial' ? (provinceOf(policy) ?? '') : policy.jurisdiction;
  const place = [...ctx.data.cities, ...ctx.data.provinces].find((one) => one.code === code);
  const name = place ? plainName(place) : namer(ctx)(policy.jurisdiction);
  const [first] = policy.sectors;
  const sector = first && !policy.sectors.includes('planning') ? SECTOR[first].name : null;
  return sector ? { en: `${name.en}: ${sector.en.toLowerCase()}`, zh: `${name.zh}（${sector.zh}）` } : name;
}

const dateOf = ({ issued }: Policy): string => issued?.slice(0, 7) ?? '–';

/** How one policy reaches ministries, regions, provinces and cities: every record found that carries it out, at its date. */
export const flow: Kind<typeof Params> = {
  name: 'flow',
  schema: Params,
  draw: ({ head: id, levels, names }, ctx) => {
    const { tokens } = ctx;
    const records = recordsOf(ctx);
    const head = records.find((policy) => policy.id === id);
    if (!head) {
      throw new ChinaAirError({
        code: 'unknown-policy',
        exit: 1,
        message: `There is no record ${id} that may be shown.`,
        remedy: `Nearest: ${nearest(
          id,
          records.map((policy) => policy.id),
        ).join(', ')}.`,
      });
    }
    const family = familyOf(id, ctx.data.policies, ctx.edition.year).filter(printable);
    const branches = levels
      .map((level) => ({
        level,
        records: family
          .filter((policy) => policy.level === level)
          .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a.id < b.id ? -1 : 1)),
      }))
      .filter((branch) => branch.records.length > 0);
    if (branches.length === 0) return { missing: [`record that carries out ${id}`] };
    const called = (policy: Policy): Bilingual => names[policy.id] ?? nameOf(policy, ctx);
    const shown = branches.flatMap((branch) => branch.records);
    const told = (language: 'en' | 'zh', between: string): string[] =>
      branches.map(
        (branch) =>
          `${HEADS[branch.level][language]} (${branch.records.map((policy) => called(policy)[language]).join(between)})`,
      );
    // Counted by the register, which counts what is shown.
    const counts = branches.map((branch) =>
      known(ctx.facts, `register.${id}:${branch.level}.all.family-to-date.${ctx.edition.year}`),
    );
    const title = names[id] ?? shortName(head);
    return {
      used: counts.flatMap((fact) => fact ?? []),
      rows: shown.map((policy) => ({
        name_en: called(policy).en,
        name_zh: called(policy).zh,
        subject: policy.level,
        statistic: 'issued',
        period: policy.issued ?? '',
        value: null,
        unit: '',
        origin: 'register',
        fact: policy.id,
      })),
      sources: [...new Set([head, ...shown].flatMap(({ sources }) => sources))],
      notes: [
        {
          en: 'Shown are the records found that carry out the policy, at first hand or through another; a place that is missing may have one that was not found.',
          zh: '图中为收录的、直接或经由其他文件落实该政策的文件；未列出的地方可能另有文件未收入。',
        },
      ],
      alt: joined([
        {
          en: `${title.en} (${dateOf(head)}) and what carries it out: ${told('en', ', ').join('; ')}.`,
          zh: `${title.zh}（${dateOf(head)}）及其落实文件：${told('zh', '、').join('；')}。`,
        },
      ]),
      spec: (language) =>
        flowChart({
          head: [title[language], dateOf(head)],
          branches: branches.map((branch, i) => ({
            name: HEADS[branch.level][language],
            count: counts[i]?.value === branch.records.length ? ctx.format(counts[i], language) : '',
            colour: colour(tokens, COLOURS[branch.level]),
            items: branch.records.map((policy) => ({ name: called(policy)[language], date: dateOf(policy) })),
          })),
          language,
          tokens,
        }),
    };
  },
};
