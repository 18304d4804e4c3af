import { parseArgs } from 'node:util';
import { ChinaAirError, nearest } from './errors.ts';
import { LANGUAGES, type Language } from './types.ts';

/** What a person may ask of a run, settled. */
export type Options = Readonly<{
  /** Folder of the edition under templates/. */
  edition: string;
  /** The year assessed; null when the edition has its own. */
  year: number | null;
  languages: readonly Language[];
  dataDir: string;
  /** A folder whose tables stand in for those of data/standards; null: none. */
  standardsDir: string | null;
  /** Rules chosen otherwise than by default, as written: `name=value,…` (standards/options.ts). */
  rules: string;
  outDir: string;
  templatesDir: string;
  htmlOnly: boolean;
  /** No draft mark, and no output while an error or a placeholder remains. */
  final: boolean;
  help: boolean;
}>;

export const USAGE = `  --year YYYY        the calendar year assessed (annual edition)
  --edition NAME     a folder of templates/ with an edition.json (default: annual)
  --lang en,zh       languages to print (default: both)
  --data DIR         tables (default: data)
  --standards DIR    limits.csv and other tables that stand in for those of data/standards
  --rules NAME=VALUE choose a rule that is not settled; several with commas between
  --out DIR          where editions are written (default: out)
  --html-only        stop before printing PDFs
  --final            no draft mark; refuses while an error or a placeholder remains
  --help             this text
`;

const wrong = (message: string, remedy: string): never => {
  throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy });
};

/** The options of every run. */
export const OPTIONS = {
  year: { type: 'string' },
  edition: { type: 'string' },
  lang: { type: 'string' },
  data: { type: 'string' },
  standards: { type: 'string' },
  rules: { type: 'string' },
  out: { type: 'string' },
  'html-only': { type: 'boolean' },
  final: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const named = /'--?([^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const near = named ? ` Nearest: --${nearest(named, Object.keys(OPTIONS), 1)[0]}.` : '';
    return wrong(
      `${(error instanceof Error ? error.message : String(error)).split('. ')[0]}.`,
      `Options are:\n${USAGE}${near}`,
    );
  }
}

function languages(text: string | undefined): readonly Language[] {
  if (text === undefined) return LANGUAGES;
  const asked = text.split(',').map((part) => part.trim());
  const unknown = asked.filter((part) => !LANGUAGES.includes(part as Language));
  if (unknown.length)
    wrong(
      `--lang: ${unknown.join(', ')} is not a language of the report.`,
      `Allowed: ${LANGUAGES.join(', ')}, or both with a comma between.`,
    );
  return LANGUAGES.filter((language) => asked.includes(language));
}

/**
 * Parses the words after a command. `yearsWithData` are the years an annual edition can assess. Errors: usage (exit 2),
 * with the values that are allowed.
 */
export function parseOptions(
  argv: readonly string[],
  yearsWithData: readonly number[],
  editions: readonly string[],
): Options {
  const values = parse(argv);
  const edition = values.edition ?? 'annual';
  if (!editions.includes(edition))
    wrong(`--edition ${edition}: there is no such edition.`, `Allowed: ${editions.join(', ')}.`);
  const year = values.year === undefined ? null : Number(values.year);
  const range = `${yearsWithData[0]} to ${yearsWithData.at(-1)}`;
  if (year !== null && !/^\d{4}$/.test(values.year ?? ''))
    wrong(`--year ${values.year} is not a year.`, `Allowed: ${range}.`);
  if (year !== null && !yearsWithData.includes(year))
    wrong(`--year ${year}: data/air holds no year ${year}.`, `Allowed: ${range}; npm run archive adds years.`);
  if (edition === 'annual' && year === null && !values.help)
    wrong('--year is missing.', `For example: npm run report -- --year ${yearsWithData.at(-1)} (allowed: ${range}).`);
  return {
    edition,
    year,
    languages: languages(values.lang),
    dataDir: values.data ?? 'data',
    standardsDir: values.standards ?? null,
    rules: values.rules ?? '',
    outDir: values.out ?? 'out',
    templatesDir: 'templates',
    htmlOnly: values['html-only'] ?? false,
    final: values.final ?? false,
    help: values.help ?? false,
  };
}
