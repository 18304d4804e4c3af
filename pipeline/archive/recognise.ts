import { ChinaAirError } from '../errors.ts';
import type { Adapter, Sample } from './adapter.ts';
import { cityDaily } from './city-daily.ts';
import { cityDaily37 } from './city-daily-37.ts';
import { cityMonthly } from './city-monthly.ts';
import { decode } from './raw-table.ts';
import { stationAnnual } from './station-annual.ts';

/** The known forms, in the order in which merge.ts trusts them. */
export const ADAPTERS: readonly Adapter[] = [cityDaily, cityDaily37, cityMonthly, stationAnnual];

/** The adapter of a file, by its content. Errors: unknown-form (exit 1), with the first line and the known forms. */
export function recognise(sample: Sample, adapters: readonly Adapter[] = ADAPTERS): Adapter {
  const found = adapters.find((adapter) => adapter.recognises(sample));
  if (found) return found;
  const [line = ''] = decode(sample.head).split(/\r?\n/, 1);
  throw new ChinaAirError({
    code: 'unknown-form',
    exit: 1,
    message: `${sample.path} has no known form. Its first line: “${printable(line.slice(0, 120))}”`,
    remedy: `Unpack packed archives first. Known forms:\n${adapters.map(({ id, form }) => `  ${id}: ${form}`).join('\n')}\nLists of stations are given to npm run stations instead.`,
  });
}

/** A packed or binary file must not upset the terminal it is reported on. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '·');
}
