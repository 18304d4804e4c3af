import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { utf8 } from './make-files.ts';
import { beijing, dayText, FIRST, found, LAST, MIDDLE, messageOf, tianjin, withLine, withMiddle } from './tiny.ts';

const WHOLE = 12.5;
const TEXT = dayText(MIDDLE);
/** Label h stands in line h + 2. */
const lineOf = (hour: number) => hour + 2;
const mean = (sum: number, count: number) => Number((sum / count).toFixed(6));
const cells = (change: (cells: string[]) => string[]) => (line: string) => change(line.split(',')).join();

test('three whole days give no findings, and their means', async () => {
  const run = await withMiddle(TEXT);
  expect(found(run)).toEqual([]);
  expect([1, 2].map((day) => beijing(run, day as 1 | 2))).toEqual([WHOLE, WHOLE]);
  // The last day lacks its hour 24, which would stand in the next file.
  expect(beijing(run, 3)).toBe(mean(276, 23));
});

test('line feeds alone, and a line end after the last row, are as good', async () => {
  const run = await withMiddle(`${TEXT.replaceAll('\r\n', '\n')}\n`);
  expect(found(run)).toEqual([]);
  expect(beijing(run, 2)).toBe(WHOLE);
});

test('a day without a file is told, and costs the day before its last hour', async () => {
  const run = await withMiddle(null);
  expect(found(run)).toEqual(['warn missing-day 2019']);
  expect(messageOf(run, 'missing-day')).toContain('2019-03-02');
  expect([beijing(run, 1), beijing(run, 2), beijing(run, 3)]).toEqual([mean(276, 23), undefined, mean(276, 23)]);
});

test('hours without a row are listed', async () => {
  const run = await withMiddle(
    withLine(
      withLine(TEXT, lineOf(21), () => null),
      lineOf(3),
      () => null,
    ),
  );
  expect(found(run)).toEqual([`note missing-hours ${MIDDLE}`]);
  expect(messageOf(run, 'missing-hours')).toContain('3, 21');
  expect(beijing(run, 2)).toBe(mean(300 - 24, 22));
});

test('an empty file is a day of missing hours', async () => {
  const run = await withMiddle('');
  expect(found(run)).toEqual([`warn empty-file ${MIDDLE}`]);
  expect([beijing(run, 1), beijing(run, 2), beijing(run, 3)]).toEqual([mean(276, 23), undefined, mean(276, 23)]);
});

test('a file with nothing but its header is a day of missing hours, with a line end or without', async () => {
  for (const header of ['date,hour,type,1001A,1002A,1003A', 'date,hour,type,1001A,1002A,1003A\r\n']) {
    const run = await withMiddle(header);
    expect(found(run)).toEqual([`warn header-only ${MIDDLE}:1`]);
    expect([beijing(run, 1), beijing(run, 2)]).toEqual([mean(276, 23), undefined]);
  }
});

const CUT = [`warn truncated-line ${MIDDLE}:${lineOf(23)}`];

test('of a last line that is cut off the cells before the cut count, the cut cell does not', async () => {
  // 20190302,23,PM2.5,23,23,23 becomes 20190302,23,PM2.5,23,2
  const run = await withMiddle(TEXT.slice(0, -4));
  expect(found(run)).toEqual(CUT);
  expect([beijing(run, 2), tianjin(run, 2)]).toEqual([WHOLE, mean(300 - 23, 23)]);
});

test('a last line cut off in its first cells is that fault alone, and gives no value', async () => {
  for (const left of [
    '2',
    '20190302',
    '20190302,',
    '20190302,2',
    '20190302,23,PM',
    '20190302,23,PM2.5',
    '20190302,23,PM2.5,2',
  ]) {
    const run = await withMiddle(withLine(TEXT, lineOf(23), () => left));
    expect(
      found(run).filter((each) => !each.includes('missing-hours')),
      left,
    ).toEqual(CUT);
    expect([beijing(run, 1), beijing(run, 2)], left).toEqual([WHOLE, mean(300 - 23, 23)]);
  }
});

test('a cut cell that ends in its point is no fault of its own', async () => {
  const run = await withMiddle(withLine(TEXT, lineOf(23), () => '20190302,23,PM2.5,23,2.'));
  expect(found(run)).toEqual(CUT);
});

test('a row before the last with too few or too many cells is left out whole', async () => {
  const text = withLine(TEXT, lineOf(5), (line) => `${line},9`);
  const run = await withMiddle(withLine(text, lineOf(7), (line) => line.replace(/,7$/, '')));
  expect(found(run)).toContain(`warn row-length ${MIDDLE}:${lineOf(5)}`);
  expect(messageOf(run, 'row-length')).toMatch(/\b2\b/);
  expect([beijing(run, 2), tianjin(run, 2)]).toEqual([mean(300 - 12, 22), mean(300 - 12, 22)]);
});

test('a last row with too many cells is left out', async () => {
  const run = await withMiddle(`${TEXT},9`);
  expect(found(run)).toContain(`warn row-length ${MIDDLE}:${lineOf(23)}`);
  expect(beijing(run, 2)).toBe(mean(300 - 23, 23));
});

test('a column that stands there twice, or with .1 after its code, counts once', async () => {
  for (const name of ['1001A', '1001A.1']) {
    const lines = TEXT.split('\r\n').map((line, i) => `${line},${i === 0 ? name : '777'}`);
    const run = await withMiddle(lines.join('\r\n'));
    expect(found(run)).toEqual([`note duplicate-column ${MIDDLE}:1`]);
    expect(messageOf(run, 'duplicate-column')).toContain(name);
    expect(beijing(run, 2)).toBe(WHOLE);
  }
});

test('of two rows of the same hour and type the first counts', async () => {
  const run = await withMiddle(withLine(TEXT, lineOf(5), (line) => `${line}\r\n20190302,5,PM2.5,500,500,500`));
  expect(found(run)).toEqual([`warn duplicate-hour ${MIDDLE}:${lineOf(5) + 1}`]);
  expect(beijing(run, 2)).toBe(WHOLE);
});

test('a row that was left out does not stand in the way of a good one of the same hour', async () => {
  const run = await withMiddle(withLine(TEXT, lineOf(5), (line) => `${line},9\r\n${line}`));
  expect(found(run)).toEqual([`warn row-length ${MIDDLE}:${lineOf(5)}`]);
  expect(beijing(run, 2)).toBe(WHOLE);
});

test('columns are read by their names, and a change of them is told', async () => {
  const run = await withMiddle(dayText(MIDDLE, ['1002A', '1001A']).replace('PM2.5,7,7', 'PM2.5,7,77'));
  expect(found(run)).toEqual([`note column-set ${MIDDLE}:1`, `note column-set ${LAST}:1`]);
  expect(messageOf(run, 'column-set')).toMatch(/\b0 came.*\b1 went/);
  expect([beijing(run, 2), tianjin(run, 2)]).toEqual([mean(300 + 70, 24), WHOLE]);
});

test('words, signs, blanks and half numbers in a cell are no numbers', async () => {
  for (const cell of ['NA', 'x', ' 5', '5 ', '5.', '.5', '+5', '5e0', '1.2.3', '—', '"5"', '0x5']) {
    const run = await withMiddle(
      withLine(
        TEXT,
        lineOf(5),
        cells(([a, b, c, , ...rest]) => [`${a}`, `${b}`, `${c}`, cell, ...rest]),
      ),
    );
    expect(found(run), cell).toEqual([`warn not-a-number ${MIDDLE}:${lineOf(5)}`]);
    expect([beijing(run, 2), tianjin(run, 2)], cell).toEqual([mean(295, 23), WHOLE]);
  }
});

test('a cell that is no number is counted with the others of its file, and named by the first', async () => {
  const text = withLine(TEXT, lineOf(9), (line) => line.replace(/,9$/, ',x'));
  const run = await withMiddle(withLine(text, lineOf(4), (line) => line.replace(',4,4,4', ',4,y,4')));
  expect(found(run)).toEqual([`warn not-a-number ${MIDDLE}:${lineOf(4)}`]);
  expect(messageOf(run, 'not-a-number')).toMatch(/\b2\b.*y/);
});

test('a negative value is kept out, and 0 is a value', async () => {
  const negative = await withMiddle(withLine(TEXT, lineOf(5), (line) => line.replace('PM2.5,5,', 'PM2.5,-5,')));
  expect(found(negative)).toEqual([`warn negative ${MIDDLE}:${lineOf(5)}`]);
  expect(beijing(negative, 2)).toBe(mean(295, 23));
  const zero = await withMiddle(withLine(TEXT, lineOf(5), (line) => line.replace('PM2.5,5,', 'PM2.5,0,')));
  expect(found(zero)).toEqual([]);
  expect(beijing(zero, 2)).toBe(mean(295, 24));
});

test('PM2.5 of 2,500 can be, of more it cannot', async () => {
  const highest = await withMiddle(withLine(TEXT, lineOf(5), (line) => line.replace('PM2.5,5,', 'PM2.5,2500,')));
  expect(found(highest)).toEqual([]);
  expect(beijing(highest, 2)).toBe(mean(295 + 2500, 24));
  const above = await withMiddle(withLine(TEXT, lineOf(5), (line) => line.replace('PM2.5,5,', 'PM2.5,2500.1,')));
  expect(found(above)).toEqual([`warn implausible ${MIDDLE}:${lineOf(5)}`]);
  expect(beijing(above, 2)).toBe(mean(295, 23));
});

test('an empty cell is a missing value, and no fault', async () => {
  const run = await withMiddle(withLine(TEXT, lineOf(5), (line) => line.replace('PM2.5,5,', 'PM2.5,,')));
  expect(found(run)).toEqual([]);
  expect(beijing(run, 2)).toBe(mean(295, 23));
});

test('a row of an unknown type is left out; the known ones that are not read are no fault', async () => {
  const unread = (line: string) => ['AQI', 'PM2.5_24h', 'O3_8h_24h'].map((type) => line.replace('PM2.5', type));
  const run = await withMiddle(
    withLine(TEXT, lineOf(5), (line) => [line, ...unread(line), line.replace('PM2.5', 'PM1')].join('\r\n')),
  );
  expect(found(run)).toEqual([`warn unknown-type ${MIDDLE}:${lineOf(5) + 4}`]);
  expect(beijing(run, 2)).toBe(WHOLE);
});

test('a row whose hour is none of the day is left out', async () => {
  for (const hour of ['24', '-1', '', '5.5', 'five', '555']) {
    const run = await withMiddle(withLine(TEXT, lineOf(5), (line) => line.replace(',5,PM2.5', `,${hour},PM2.5`)));
    const faults = [`warn bad-hour ${MIDDLE}:${lineOf(5)}`, `note missing-hours ${MIDDLE}`];
    expect(found(run).sort(), hour).toEqual(faults.sort());
    expect([beijing(run, 1), beijing(run, 2)], hour).toEqual([WHOLE, mean(295, 23)]);
  }
});

test('a row of another date than the file is left out, and does not reach that date', async () => {
  const run = await withMiddle(withLine(TEXT, lineOf(5), (line) => line.replace('20190302', '20190301')));
  expect(found(run)).toContain(`warn wrong-date ${MIDDLE}:${lineOf(5)}`);
  expect([beijing(run, 1), beijing(run, 2)]).toEqual([WHOLE, mean(295, 23)]);
});

test('a file that is all of another date is a day of missing hours', async () => {
  const run = await withMiddle(TEXT.replaceAll('20190302', '20190303'));
  expect(found(run)).toContain(`warn wrong-date ${MIDDLE}:2`);
  expect(messageOf(run, 'wrong-date')).toMatch(/\b24\b/);
  expect([beijing(run, 1), beijing(run, 2), beijing(run, 3)]).toEqual([mean(276, 23), undefined, mean(276, 23)]);
});

test('of two files of one day the first by name counts', async () => {
  const name = `second/${MIDDLE}`;
  const run = await withMiddle(TEXT, { [name]: TEXT.replaceAll(/(?<=PM2\.5,.*)\d+/g, '99') });
  expect(found(run)).toEqual([`warn two-files-one-day ${MIDDLE}`]);
  expect(beijing(run, 2)).toBe(WHOLE);
});

test('a file of another form is skipped', async () => {
  for (const content of ['city,month,value\r\n1,2,3', TEXT.slice(TEXT.indexOf('\n') + 1), '\u0000\u0001\u0002']) {
    const run = await withMiddle(content);
    expect(found(run)).toEqual([`warn unknown-form ${MIDDLE}:1`]);
    expect([beijing(run, 1), beijing(run, 2)]).toEqual([mean(276, 23), undefined]);
  }
});

test('an unknown site is told once a run, with the number of its values, and makes no value of a city', async () => {
  const columns = ['1001A', '1002A', '1003A', '9999X'];
  const more = { [FIRST]: dayText(FIRST, columns), [LAST]: dayText(LAST, columns) };
  const run = await withMiddle(dayText(MIDDLE, columns), more);
  expect(found(run)).toEqual(['warn unknown-station 2019']);
  expect(messageOf(run, 'unknown-station')).toMatch(/9999X.*\b72\b/);
  expect(beijing(run, 2)).toBe(WHOLE);
});

test('a byte order mark is noted and skipped', async () => {
  const run = await withMiddle(`\uFEFF${TEXT}`);
  expect(found(run)).toEqual([`note bom ${MIDDLE}:1`]);
  expect(beijing(run, 2)).toBe(WHOLE);
});

test('a packed file is read as if it were not; of one that is cut off, what can be unpacked', async () => {
  const packed = gzipSync(utf8(TEXT));
  const name = `${MIDDLE}.gz`;
  expect(beijing(await withMiddle(null, { [name]: packed }), 2)).toBe(WHOLE);
  const cut = await withMiddle(null, { [name]: packed.subarray(0, packed.length - 30) });
  expect(found(cut).join()).toContain(name);
  expect([beijing(cut, 1), beijing(cut, 3)]).toEqual([WHOLE, mean(276, 23)]);
});

test('a packed file that is broken is skipped, and ends nothing', async () => {
  const packed = gzipSync(utf8(TEXT));
  packed.fill(0x55, 12, 60);
  const run = await withMiddle(null, { [`${MIDDLE}.gz`]: packed });
  expect(found(run)).toEqual([`warn unknown-form ${MIDDLE}.gz:1`]);
  expect([beijing(run, 1), beijing(run, 2), beijing(run, 3)]).toEqual([mean(276, 23), undefined, mean(276, 23)]);
});
