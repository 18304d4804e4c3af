import { type Bilingual, POLLUTANTS, type Pollutant } from '../../types.ts';
import { type Context, settle } from '../context.ts';
import { periodText } from '../date-text.ts';
import { groupOf } from '../lists.ts';
import type { TableCell } from '../table.ts';
import { measureId, yearsIn } from '../table-cells.ts';

/** What a row or column stands for: a place by its code, a year, a month of it (`01`), months of a year of their own (`2018-01`, `2017-10..2018-03`) or a pollutant. */
export type Item = string;

const MONTH = /^(?:0[1-9]|1[0-2])$/;
const PERIOD = /^\d{4}-\d{2}(?:\.\.(?:\d{4}-)?\d{2})?$/;

const isPollutant = (item: Item): item is Pollutant => (POLLUTANTS as readonly string[]).includes(item);

/**
 * The items of a group, or of a list of them: `2013..@Y` years, `pollutants`, and the groups of {{ordered}} (months, regions,
 * provinces, members of a cohort). Errors: unknown-group.
 */
export function itemsOf(words: string | readonly string[], context: Context): readonly Item[] {
  if (typeof words !== 'string') return words.map((word) => settle(word, context.edition));
  if (words === 'pollutants') return POLLUTANTS;
  return yearsIn(words, context.edition)?.map(String) ?? groupOf(words, context);
}

/** What stands for `*` in a fact's id; for a pollutant the measure by which it is assessed: `o3.p90-mda8`. */
export const placed = (item: Item): string => (isPollutant(item) ? measureId(item) : item);

/** The name of an item: a year is its own. */
export function itemName(item: Item, context: Context): string | Bilingual {
  const { names, strings } = context;
  if (isPollutant(item)) return strings.get(`measure.${item}`);
  if (MONTH.test(item)) return strings.get(`month.${Number(item)}`);
  if (PERIOD.test(item)) return periodText(item, context);
  return names.get(item) ?? item;
}

/** Whether an item is a time, or something that has a name. */
export const isKnown = (item: Item, { names }: Context): boolean =>
  isPollutant(item) || [/^\d{4}$/, MONTH, PERIOD].some((form) => form.test(item)) || names.has(item);

/** The head of a row that stands for an item. */
export const itemCell = (item: Item, context: Context): TableCell => ({ text: itemName(item, context) });
