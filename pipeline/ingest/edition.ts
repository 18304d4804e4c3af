import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { isDate, yearOf } from '../dates.ts';
import { ChinaAirError, nearest } from '../errors.ts';
import { JsonFault, type JsonText, lineOf, readJson } from '../json-text.ts';
import { type Edition, LANGUAGES, type Scope } from '../types.ts';

const Both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const KEYWORDS = {
  en: ['air pollution', 'China', 'cities', 'PM2.5', 'ozone', 'ambient air quality'],
  zh: ['大气污染', '空气质量', '城市', 'PM2.5', '臭氧', '蓝天保卫战'],
};

/** What an editor writes in edition.json. Where several scopes are named, the first one valid in the year is taken. */
const EditionSpec = z.strictObject({
  title: Both,
  subtitle: Both,
  /** Fixed for special editions; annual editions take it from --year. */
  year: z.number().int().optional(),
  baselineYear: z.number().int(),
  /** For a special edition written later than its year: the last month or day it knows of. */
  asOf: z
    .string()
    .refine((text) => text.length > 4 && isDate(text), 'must be a month or a day, as 2018-07')
    .nullable()
    .default(null),
  months: z.array(z.string()).default([]),
  chapters: z
    .array(
      z.strictObject({
        folder: z.string(),
        kind: z.enum(['front', 'chapter', 'annex']).default('chapter'),
        landscape: z.boolean().default(false),
        plain: z.boolean().optional(),
      }),
    )
    .min(1),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  scopes: z.strictObject({
    nation: z.array(z.string()),
    key: z.array(z.string()),
    regions: z.array(z.array(z.string())),
  }),
  /** Figures drawn for this edition, standard and own; without it all are. */
  figures: z.array(z.string().min(1)).nullable().default(null),
  /** Read by the cover partial: `plate` is the figure on it. */
  cover: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), Both])).default({ plate: 'cover' }),
  /** Words under which catalogues find the printed file. */
  keywords: z.strictObject({ en: z.array(z.string()), zh: z.array(z.string()) }).default(KEYWORDS),
  /** 审图号: approval number of the maps, printed under each of them when set. */
  mapApproval: z.string().nullable(),
});

const refuse = (code: string, message: string, remedy: string): never => {
  throw new ChinaAirError({ code, exit: 1, message, remedy });
};

/** The edition that is made when none is named; its years are named for the year alone. */
const ANNUAL = 'annual';

/** Everything that is wrong with the file at once, each with its line. Errors: bad-edition. */
function readSpec(file: string): z.infer<typeof EditionSpec> {
  const faults = (lines: readonly string[]) =>
    refuse('bad-edition', lines.join('\n'), 'Correct it; templates/README.md lists the fields.');
  let json: JsonText;
  try {
    json = readJson(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return faults([`${file}:${error.line}: ${error.message}`]);
  }
  const spec = EditionSpec.safeParse(json.value);
  const doubled = json.doubled.map(({ path: key, line }) => `${file}:${line}: ${key} stands twice.`);
  const wrong = spec.success ? [] : spec.error.issues.map((issue) => `${file}:${issueText(issue, json)}`);
  if (!spec.success || doubled.length > 0) return faults([...doubled, ...wrong]);
  return spec.data;
}

/** `7: chapters.2.kind: Invalid option …`, at the line of the key. */
function issueText(issue: z.core.$ZodIssue, json: JsonText): string {
  const at = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return `${lineOf(json, at)}: ${issue.path.length ? `${issue.path.join('.')}: ` : ''}${issue.message}`;
}

/** Folders of templates/ that hold an edition. */
export function editionFolders(templatesDir: string): string[] {
  return readdirSync(templatesDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(templatesDir, entry.name, 'edition.json')))
    .map(({ name }) => name)
    .sort();
}

function firstValid(
  ids: readonly string[],
  year: number,
  scopes: ReadonlyMap<string, Scope>,
  file: string,
): string | null {
  for (const id of ids) {
    const scope =
      scopes.get(id) ??
      refuse(
        'unknown-scope',
        `${file} names the scope ${id}, which is not in scopes.csv.`,
        'Correct the id, or add the scope.',
      );
    if ((scope.validFrom ?? year) <= year && year <= (scope.validTo ?? year)) return id;
  }
  return null;
}

/**
 * Reads templates/<folder>/edition.json and settles it for a year. Errors: no-edition, bad-edition, no-year, fixed-year,
 * unknown-scope, no-cohort (exit 1).
 */
export function readEdition(
  templatesDir: string,
  folder: string,
  yearAsked: number | null,
  scopes: readonly Scope[],
): Edition {
  const file = path.join(templatesDir, folder, 'edition.json');
  if (!existsSync(file)) {
    refuse('no-edition', `There is no ${file}.`, `Editions that exist: ${editionFolders(templatesDir).join(', ')}.`);
  }
  const { year: fixed, scopes: wanted, ...rest } = readSpec(file);
  const year = fixed ?? yearAsked ?? refuse('no-year', `${file} has no year of its own.`, 'Give one with --year.');
  if (fixed !== undefined && yearAsked !== null && yearAsked !== fixed) {
    refuse('fixed-year', `${file} has its own year ${fixed}.`, `Leave --year ${yearAsked} out.`);
  }
  if (rest.asOf !== null && (fixed === undefined || yearOf(rest.asOf) < year))
    refuse(
      'bad-edition',
      `${file}: asOf is ${rest.asOf}, ${fixed === undefined ? 'and the edition has no year of its own' : `before the end of ${year}`}.`,
      'Give a month in the year assessed or after it, and a fixed year; or leave asOf out.',
    );
  const byId = new Map(scopes.map((scope) => [scope.id, scope]));
  const one = (role: string, ids: readonly string[]) =>
    firstValid(ids, year, byId, file) ??
    refuse(
      'no-cohort',
      `${file}: none of ${ids.join(', ')} (${role}) is valid in ${year}.`,
      'Add the cohort of that year to edition.json and scopes.csv.',
    );
  for (const asked of rest.months) {
    const [id = asked] = asked.split('/');
    if (byId.has(id) || /^\d{6}$/.test(id)) continue;
    refuse(
      'unknown-scope',
      `${file} asks for the months of ${asked}, which is not in scopes.csv.`,
      `Nearest: ${nearest(id, byId.keys()).join(', ')}; or a city by its code of six digits; BTH13/* for each city of a set.`,
    );
  }
  return {
    ...rest,
    id: fixed !== undefined ? folder : folder === ANNUAL ? String(year) : `${folder}-${year}`,
    folder,
    year,
    previousYear: year - 1,
    scopes: {
      nation: one('nation', wanted.nation),
      key: one('key', wanted.key),
      regions: wanted.regions.flatMap((ids) => firstValid(ids, year, byId, file) ?? []),
    },
  };
}
