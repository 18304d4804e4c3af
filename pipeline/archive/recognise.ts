import { ChinaAirError } from '../errors.ts';
import type { Adapter, Sample } from './adapter.ts';
import { cityDaily } from './city-daily.ts';
import { cityDaily37 } from './city-daily-37.ts';
import { cityMonthly } from './city-monthly.ts';
import { decode } from './decode.ts';
import { cityHourly, stationHourly } from './hourly/adapter.ts';
import { stationAnnual } from './station-annual.ts';

/** The known forms, in the order in which merge.ts trusts them. */
export const ADAPTERS: readonly Adapter[] = [
  stationHourly,
  cityHourly,
  cityDaily,
  cityDaily37,
  cityMonthly,
  stationAnnual,
];

/** Packings that Node cannot open, by their first bytes (of tar: from byte 257), and what opens them. */
const PACKED: readonly Readonly<{ name: string; bytes: readonly number[]; from?: number; unpack: string }>[] = [
  { name: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], unpack: 'tar -xJf' },
  { name: 'bzip2', bytes: [0x42, 0x5a, 0x68], unpack: 'tar -xjf' },
  { name: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04], unpack: 'unzip' },
  { name: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf], unpack: '7z x' },
  { name: 'tar', bytes: [0x75, 0x73, 0x74, 0x61, 0x72], from: 257, unpack: 'tar -xf' },
];

/**
 * The adapter of a file, by its content. Errors: unknown-form (exit 1), with the first line and the known forms; packed (exit
 * 1), with the command that unpacks it.
 */
export function recognise(sample: Sample, adapters: readonly Adapter[] = ADAPTERS): Adapter {
  const found = adapters.find((adapter) => adapter.recognises(sample));
  if (found) return found;
  const packed = PACKED.find(({ bytes, from = 0 }) => bytes.every((byte, i) => sample.head[from + i] === byte));
  if (packed) {
    throw new ChinaAirError({
      code: 'packed',
      exit: 1,
      message: `${sample.path} is packed (${packed.name}).`,
      remedy: `Unpack it into a folder of its own and give that folder: ${packed.unpack} ${sample.path}`,
    });
  }
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
