import type { MadeFile } from './make-files.ts';
import { utf8 } from './make-files.ts';
import type { Random } from './random.ts';

/** What a fault makes of one file: none, another, or two. */
export type Damage = (file: MadeFile, random: Random) => MadeFile[];

export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A damage that rewrites the lines of a file; the line ends stay what they were. */
const onLines =
  (change: (lines: string[], random: Random) => string[]): Damage =>
  (file, random) => {
    const text = textOf(file.bytes);
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    return [{ ...file, bytes: utf8(change(text.split(end), random).join(end)) }];
  };

/** A damage of some lines after the header; `often` of them. */
const onSomeRows = (often: number, change: (row: string[], random: Random) => string[]): Damage =>
  onLines(([header = '', ...rows], random) => [
    header,
    ...rows.map((row) => (row !== '' && random.chance(often) ? change(row.split(','), random).join() : row)),
  ]);

/** A damage of some cells that hold a measurement. */
const onSomeCells = (write: (cell: string, random: Random) => string): Damage =>
  onSomeRows(0.1, (row, random) => row.map((cell, i) => (i > 2 && random.chance(0.3) ? write(cell, random) : cell)));

const put = <T>(items: readonly T[], at: number, ...more: readonly T[]): T[] => [
  ...items.slice(0, at),
  ...more,
  ...items.slice(at),
];

function flipped(file: MadeFile, random: Random, times: number): MadeFile[] {
  const bytes = file.bytes.slice();
  for (let i = 0; i < times; i++) {
    const at = random.whole(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
  }
  return [{ ...file, bytes }];
}

export const DAMAGES = {
  gone: () => [],
  truncated: (file, random) => [{ ...file, bytes: file.bytes.slice(0, random.whole(40, file.bytes.length - 1)) }],
  emptied: (file) => [{ ...file, bytes: new Uint8Array() }],
  'header only': onLines(([header = '']) => [header]),
  binary: (file, random) => [{ ...file, bytes: Uint8Array.from({ length: 5000 }, () => random.whole(0, 255)) }],
  'header lost': onLines((lines) => lines.slice(1)),
  'bytes flipped': (file, random) => flipped(file, random, random.whole(1, 30)),
  'many bytes flipped': (file, random) => flipped(file, random, 300),
  'lines doubled': onLines((lines, random) => {
    const [from, to] = [random.whole(1, lines.length - 1), random.whole(1, lines.length - 1)];
    const again = lines.slice(from, from + 20).map((line) => line.replace(/\d(?=,|$)/g, '9'));
    return put(lines, Math.max(1, to), ...again, ...lines.slice(1, 20));
  }),
  'hours lost': onLines(([header = '', ...rows], random) => {
    const [from, to] = [random.whole(0, 12), random.whole(6, 23)];
    const lost = (row: string) => Number(row.split(',')[1]) >= from && Number(row.split(',')[1]) <= to;
    return [header, ...rows.filter((row) => !lost(row))];
  }),
  'rows in another order': onLines(([header = '', ...rows], random) => [
    header,
    ...random.shuffled(rows.filter((row) => row !== '')),
  ]),
  'another date': onSomeRows(1, ([, ...rest]) => ['20010203', ...rest]),
  'other dates': onSomeRows(0.2, ([date = '', ...rest], random) => [
    random.pick([String(Number(date) + 1), '', 'x']),
    ...rest,
  ]),
  'longer rows': onSomeRows(0.05, (row, random) => put(row, random.whole(3, row.length), '5')),
  'shorter rows': onSomeRows(0.05, (row, random) => row.slice(0, random.whole(1, row.length - 1))),
  'bad hours': onSomeRows(0.1, ([date = '', , ...rest], random) => [
    date,
    random.pick(['24', '', '-1', '1.5', 'noon', '123']),
    ...rest,
  ]),
  'unknown types': onSomeRows(0.1, ([date = '', hour = '', , ...rest], random) => [
    date,
    hour,
    random.pick(['PM1', '', 'o3', 'O3_1h', 'PM2']),
    ...rest,
  ]),
  'words for numbers': onSomeCells((_, random) =>
    random.pick(['NA', '—', 'x', '1.', '.5', '1e3', ' 12', '12 ', '1.2.3', '12x', '+5', '"7"', 'NaN', '０', '1,5']),
  ),
  negatives: onSomeCells((cell) => `-${cell || 1}`),
  'values too high': onSomeCells((_, random) => random.pick(['2500.1', '10001', '99999', '123456789012345678901'])),
  'zeros for gaps': onSomeCells((cell) => cell || '0'),
  'a byte order mark': onLines(([header = '', ...rows]) => [`\uFEFF${header}`, ...rows]),
  'a column twice': onLines((lines, random) => {
    const names = lines[0]?.split(',') ?? [];
    const [from, to] = [random.whole(3, names.length - 1), names.length];
    const name = `${names[from]}${random.pick(['', '.1'])}`;
    return lines.map((line, i) => (line === '' ? line : put(line.split(','), to, i === 0 ? name : '33').join()));
  }),
  'two files of one day': (file) => [
    file,
    { name: `second/${file.name}`, bytes: utf8(textOf(file.bytes).replace(/\d(?=\r?\n)/g, '7')) },
  ],
} as const satisfies Record<string, Damage>;

export type DamageName = keyof typeof DAMAGES;
export const DAMAGE_NAMES = Object.keys(DAMAGES) as DamageName[];

/** The files with about so many of them damaged, and which. */
export function damaged(
  files: readonly MadeFile[],
  share: number,
  random: Random,
  names: readonly DamageName[] = DAMAGE_NAMES,
): { files: MadeFile[]; damages: ReadonlyMap<string, DamageName> } {
  const damages = new Map<string, DamageName>();
  const result = files.flatMap((file) => {
    if (!random.chance(share)) return [file];
    const name = random.pick(names);
    damages.set(file.name, name);
    return DAMAGES[name](file, random);
  });
  return { files: result, damages };
}
