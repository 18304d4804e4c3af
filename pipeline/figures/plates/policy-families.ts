import { familyOf, PROGRAMMES } from '../../assess/policy-families.ts';
import { provinceOf } from '../../assess/register.ts';
import { type Bilingual, POLICY_LEVELS, type Policy, type PolicyLevel } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { familyTree } from '../parts/family-tree.ts';
import { MILESTONES } from '../parts/milestones.ts';
import { type Known, known, namer, plainName } from '../parts/pick.ts';
import { shortName } from '../parts/policy-events.ts';
import { recordsOf } from '../parts/register.ts';
import { both, joined, listed } from '../parts/words.ts';

const HEADS: Readonly<Record<PolicyLevel | 'programme', Bilingual>> = {
  programme: { en: 'Programme', zh: '国家行动计划' },
  national: { en: 'Ministries', zh: '部门文件' },
  regional: { en: 'Regions', zh: '区域文件' },
  provincial: { en: 'Provinces', zh: '省级文件' },
  municipal: { en: 'Cities', zh: '市级文件' },
};

type Branch = Readonly<{ level: PolicyLevel; count: Known; names: readonly Bilingual[] }>;
type Family = Readonly<{ head: Policy; name: Bilingual; all: Known; branches: readonly Branch[] }>;

/** How a record is named: by its place where it is a province's or a city's, else by its short name; each name once. */
function namesOf(ctx: PlateContext, records: readonly Policy[]): Bilingual[] {
  const places = namer(ctx);
  const short = new Map([...ctx.data.cities, ...ctx.data.provinces].map((place) => [place.code, plainName(place)]));
  const names = records.map((policy) => {
    const local = policy.level === 'provincial' || policy.level === 'municipal';
    if (!local) return shortName(policy);
    const code = policy.level === 'provincial' ? (provinceOf(policy) ?? '') : policy.jurisdiction;
    return short.get(code) ?? places(policy.jurisdiction);
  });
  return [...new Map(names.map((name) => [name.en, name])).values()];
}

/** The national programmes issued by the year assessed, each with what carries it out. */
function familiesOf(ctx: PlateContext): Family[] {
  const { facts, edition, data } = ctx;
  const count = (scope: string): Known | null => known(facts, `register.${scope}.all.family-to-date.${edition.year}`);
  return PROGRAMMES.flatMap((id) => {
    const head = recordsOf(ctx).find((policy) => policy.id === id);
    const [name, all] = [MILESTONES[id], count(id)];
    if (!head || !name || !all || all.value === 0) return [];
    const members = familyOf(id, data.policies, edition.year);
    const branches = POLICY_LEVELS.flatMap((level) => {
      const own = count(`${id}:${level}`);
      const records = members.filter((policy) => policy.level === level);
      return own ? [{ level, count: own, names: namesOf(ctx, records) }] : [];
    });
    return [{ head, name, all, branches }];
  });
}

/** How a national programme reaches regions, provinces and cities: records that carry it out, by level, with names. */
export const policyFamilies: Plate = {
  id: 'policy-families',
  needs: (ctx) => (familiesOf(ctx).length > 0 ? null : 'no record carries out a national programme'),
  draw: (ctx) => {
    const { format, tokens } = ctx;
    const families = familiesOf(ctx);
    const used = families.flatMap(({ all, branches }) => [all, ...branches.map(({ count }) => count)]);
    const dateOf = ({ head }: Family): string => head.issued?.slice(0, 7) ?? '';
    return {
      title: both((language) => {
        const said = families.map(({ name, all }) =>
          language === 'en'
            ? `${format(all, language)} that carry out the ${name.en}`
            : `落实“${name.zh}”的文件${format(all, language)}份`,
        );
        return language === 'en' ? `Records found: ${said.join(', ')}` : `收录${said.join('，')}`;
      }),
      alt: joined(
        families.map(({ name, branches }) => ({
          en: `${name.en}: ${branches
            .map(
              ({ level, count, names }) =>
                `${HEADS[level].en.toLowerCase()} ${format(count, 'en')}${names.length > 0 ? ` (${listed(names).en})` : ''}`,
            )
            .join('; ')}.`,
          zh: `${name.zh}：${branches
            .map(
              ({ level, count, names }) =>
                `${HEADS[level].zh}${format(count, 'zh')}份${names.length > 0 ? `（${listed(names).zh}）` : ''}`,
            )
            .join('；')}。`,
        })),
      ),
      rows: rowsOf(ctx, used),
      facts: credits(used).facts,
      sources: [
        ...new Set(
          families.flatMap(({ head }) => [
            ...head.sources,
            ...familyOf(head.id, ctx.data.policies, ctx.edition.year).flatMap(({ sources }) => sources),
          ]),
        ),
      ],
      note: {
        en: 'Counted are records found that carry out the programme, at first hand or through another record; a place with several stands once. A place that is missing may have a plan that was not found.',
        zh: '所计为收录的、直接或经由其他文件落实该计划的文件；同一地方有多份文件的只列一次。未列出的地方可能另有文件未收入。',
      },
      spec: (language) =>
        familyTree({
          heads: (['programme', ...POLICY_LEVELS] as const).map((key) => HEADS[key][language]),
          rows: families.map((family) => ({
            head: [family.name[language], dateOf(family)],
            cells: family.branches.map(({ count, names }) => ({
              count: count.value > 0 ? format(count, language) : '–',
              names: names.map((name) => name[language]),
            })),
          })),
          language,
          tokens,
        }),
    };
  },
};
