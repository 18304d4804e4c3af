import { expect, test } from 'vitest';
import { mend } from '../../pipeline/archive/mend.ts';
import { MONTH_TABLE, type TableLine } from '../../pipeline/archive/table-line.ts';

const line = (code: string, month: string, subject: string, statistic: string, value: number | '', by = 'hourly') =>
  `${code},${month},${subject},${statistic},${value},31,actual-298K,${by === 'hourly' ? 'station-hourly,archive-hourly' : 'city-monthly,m'}`;
const table = (...lines: TableLine[]) => ({
  bytes: Buffer.from([MONTH_TABLE.header, ...lines].map((each) => `${each}\n`).join('')),
  count: lines.length,
});
const isHourly = (each: TableLine) => each.endsWith(',station-hourly,archive-hourly');

const JANUARY = line('110000', '2019-01', 'pm25', 'mean', 40);
const DAYS = line('110000', '2019-02', 'aqi', 'good-days', 20);
const FEBRUARY = line('110000', '2019-02', 'pm25', 'mean', 50);
const OTHER = line('120000', '2019-02', 'pm25', 'mean', 60);
const LATER = line('120000', '2019-03', 'pm25', 'mean', 70);
const OLD = table(JANUARY, DAYS, FEBRUARY, OTHER, LATER);
const PM25 = new Set(['pm25,mean', 'pm25,mean-dust-excluded']);

const mended = (parts: Readonly<Record<string, ReadonlySet<string>>>, fresh: readonly TableLine[], old = OLD) => {
  const { bytes, count } = mend(MONTH_TABLE, old, new Map(Object.entries(parts)), fresh, isHourly);
  const [header, ...lines] = bytes.toString('latin1').split('\n');
  expect(header).toBe(MONTH_TABLE.header);
  expect(lines.pop()).toBe('');
  expect(lines).toHaveLength(count);
  return lines;
};

test('the lines of a part are replaced, those of other kinds, months and cities stay', () => {
  const fresh = line('110000', '2019-02', 'pm25', 'mean', 51);
  expect(mended({ '110000,2019-02,': PM25 }, [fresh])).toEqual([JANUARY, DAYS, fresh, OTHER, LATER]);
});

test('a line that is no longer made is taken out, and one that was not there is put in its place', () => {
  expect(mended({ '110000,2019-02,': PM25 }, [])).toEqual([JANUARY, DAYS, OTHER, LATER]);
  const fresh = ['100000', '110000', '120000', '130000'].map((code) => line(code, '2019-02', 'pm25', 'mean', 1));
  const parts = Object.fromEntries(fresh.map((each) => [`${each.slice(0, 14)},`, PM25]));
  const [first = '', own = '', second = '', last = ''] = fresh;
  expect(mended(parts, fresh)).toEqual([first, JANUARY, DAYS, own, second, LATER, last]);
  expect(mended(parts, fresh, table())).toEqual(fresh);
});

test('a code, and a month, that begins like another is not taken for it', () => {
  const old = table(
    line('11000', '2019-02', 'pm25', 'mean', 1),
    FEBRUARY,
    line('1100001', '2019-02', 'pm25', 'mean', 2),
  );
  const fresh = line('110000', '2019-02', 'pm25', 'mean', 51);
  const [before, , after] = mended({}, [], old);
  expect(mended({ '110000,2019-02,': PM25 }, [fresh], old)).toEqual([before, fresh, after]);
});

test('a line of another archive stays, and the better of the two stands', () => {
  const old = table(line('110000', '2019-02', 'pm25', 'mean', 77, 'monthly'), OTHER);
  const [monthly = ''] = mended({}, [], old);
  const part = { '110000,2019-02,': PM25 };
  const fresh = line('110000', '2019-02', 'pm25', 'mean', 51);
  expect(mended(part, [fresh], old)).toEqual([fresh, OTHER]);
  // Without a value it is worse than a mean of which the days are not known.
  expect(mended(part, [line('110000', '2019-02', 'pm25', 'mean', '')], old)).toEqual([monthly, OTHER]);
});

test('a line of no part is a fault of the program, and not lost in silence', () => {
  expect(() => mended({ '110000,2019-02,': PM25 }, [LATER])).toThrow('belongs to none of the parts');
});
