import { createHash } from 'node:crypto';
import { nearest } from '../errors.ts';
import { fault } from '../ingest/read-table.ts';
import type { FieldSchema } from '../ingest/schema.ts';
import { SECTORS } from '../types.ts';
import { readDate } from './cell-date.ts';
import { sectorsOf, wordFor } from './labels.ts';
import type { Mapping, Origin } from './mapping.ts';
import type { Places } from './places.ts';
import type { Rejection } from './rejected.ts';
import type { RawCell, SheetRow } from './sheet.ts';

export type Fault = Pick<Rejection, 'column' | 'value' | 'rule' | 'message' | 'remedy'>;
/** A row of the spreadsheet in the fields of the register, and what is wrong with it. */
export type ReadRow = Readonly<{
  at: number;
  text: Readonly<Record<string, string>>;
  /** The cells as they are in the spreadsheet, by field. */
  shown: Readonly<Record<string, string>>;
  faults: readonly Fault[];
}>;

/** What rows are held against. */
export type Known = Readonly<{
  places: Places;
  /** Source ids, and the id of each source by its address. */
  sources: ReadonlySet<string>;
  sourceAt: ReadonlyMap<string, string>;
}>;

const shown = (cell: RawCell): string => (cell === null ? '' : typeof cell === 'object' ? cell.error : String(cell));

const DATES = ['issued', 'effective', 'ends'];

type Value = Readonly<{ text: string; wrong?: Readonly<{ rule: string; what: string; remedy: string }> }>;

const wrong = (text: string, rule: string, what: string, remedy: string): Value => ({
  text,
  wrong: { rule, what, remedy },
});

function dateValue(text: string, cell: RawCell, { dates }: Mapping): Value {
  if (typeof cell === 'number' && cell < 10_000 && !Number.isInteger(cell))
    return wrong(text, 'date', 'is a number, in which January and October look the same', 'Write it as text: 2017-10.');
  const date = readDate(text, dates);
  if (date !== null) return { text: date };
  const forms = 'YYYY-MM-DD, YYYY/M/D, YYYY年M月D日, a month or a year';
  return wrong(
    text,
    'date',
    'is no date, or no day that exists',
    `Write ${forms}, or name another form under dates in the map.`,
  );
}

function sectorsValue(text: string, own: Readonly<Record<string, string>>): Value {
  const sectors = sectorsOf(text, own);
  const unknown = sectors.find((sector) => !(SECTORS as readonly string[]).includes(sector));
  return unknown === undefined
    ? { text: sectors.join('|') }
    : wrong(
        text,
        'sector',
        `names the sector ${unknown}, which is none`,
        `The nearest are ${nearest(unknown, SECTORS).join(', ')}.`,
      );
}

function sourcesValue(text: string, { sources, sourceAt }: Known): Value {
  const ids = text.split(/[|;；\s]+/).flatMap((word) => (word === '' ? [] : [sourceAt.get(word) ?? word]));
  const unknown = ids.find((id) => !sources.has(id));
  return unknown === undefined
    ? { text: ids.join('|') }
    : wrong(
        text,
        'source',
        `names ${unknown}, which is not in sources.csv`,
        `Add it there first; the nearest ids are ${nearest(unknown, sources).join(', ')}.`,
      );
}

/** A field's value from what its cell says. `level` settles names that two places share. */
function valueFor(field: string, cell: RawCell, level: string, mapping: Mapping, known: Known): Value {
  const text = shown(cell)
    .trim()
    .replace(/(?<=[\p{Script=Han}，。；])\s*[\r\n]+\s*/gu, '')
    .replace(/\s*[\r\n]+\s*/g, ' ');
  const own = mapping.values[field] ?? {};
  if (text === '') return { text };
  if (DATES.includes(field)) return dateValue(text, cell, mapping);
  if (field === 'sectors') return sectorsValue(shown(cell), own);
  if (field === 'sources') return sourcesValue(text, known);
  if (field !== 'jurisdiction') return { text: wordFor(field, text, own) };
  const found = known.places.resolve(own[text] ?? text, level);
  return typeof found === 'string' ? { text: found } : wrong(text, 'jurisdiction', found.what, found.remedy);
}

/** An id for a record that has none: place, year and a mark of its title, so that the same record gets it again. */
export function idOf({
  jurisdiction = '',
  issued = '',
  effective = '',
  title_zh = '',
  document_number = '',
}: ReadRow['text']): string {
  const mark = createHash('sha256').update(`${title_zh}|${document_number}`).digest('hex').slice(0, 8);
  const year = (issued || effective).slice(0, 4) || 'undated';
  return [jurisdiction.toLowerCase().replace(/[^a-z0-9]+/g, '-'), year, mark].join('-');
}

function remedyFor({ constraints }: FieldSchema, value: string): string {
  if (value.trim() === '') return 'Fill the cell.';
  return constraints?.enum ? 'Correct the cell, or name the word under values in the map.' : 'Correct the cell.';
}

/**
 * One row by the mapping: each cell cleaned, put into the register's words, and held against its field's schema.
 *
 * @param width how many cells the row must have; null for a workbook, where what stands beside the table does not matter
 */
export function readRow(row: SheetRow, width: number | null, mapping: Mapping, known: Known): ReadRow {
  const faults: Fault[] = [];
  const text: Record<string, string> = {};
  const cells: Record<string, string> = {};
  const raw = (origin: Origin | undefined): RawCell =>
    origin === undefined ? null : origin.index === null ? origin.constant : (row.cells[origin.index] ?? null);
  if (width !== null && row.cells.length !== width)
    faults.push({
      ...{ column: '', value: shown(row.cells.at(-1) ?? null), rule: 'column-count' },
      message: `The row has ${row.cells.length} cells, the header ${width}.`,
      remedy: 'Quote cells that hold commas or line ends.',
    });
  const level = wordFor(
    'level',
    shown(raw(mapping.origins.find(({ field }) => field.name === 'level'))),
    mapping.values.level,
  );
  for (const origin of mapping.origins) {
    const { field, column } = origin;
    const cell = raw(origin);
    const value = shown(cell);
    cells[field.name] = value;
    const say = (rule: string, message: string, remedy: string) =>
      faults.push({ column, value, rule, message, remedy });
    if (cell !== null && typeof cell === 'object') {
      say('cell-error', `${field.name} holds the error ${value}.`, 'Mend the formula, or write the value.');
      continue;
    }
    const read = valueFor(field.name, cell, level, mapping, known);
    text[field.name] = read.text;
    const unfit = fault(field, read.text);
    if (read.wrong) say(read.wrong.rule, `${field.name} “${value}” ${read.wrong.what}.`, read.wrong.remedy);
    else if (unfit) say('cell', `${field.name} “${value}” ${unfit}.`, remedyFor(field, value));
  }
  if (text.id === undefined) text.id = idOf(text);
  return { at: row.at, text, shown: cells, faults };
}
