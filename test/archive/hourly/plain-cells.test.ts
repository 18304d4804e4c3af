import { describe, expect, it } from 'vitest';
import { readPlainCells } from '../../../pipeline/archive/hourly/plain-cells.ts';

const PM10 = 1;
const CO = 4;

/** The first cell of a row as it is read beside another row; null when it is left to the careful reader. */
function readFirst(row: string, pollutant: number, beside = '7,7,'): number | null {
  const bytes = Buffer.from(`${row}\n${beside}\n\0\0\0\0`, 'latin1');
  const values = new Float64Array(4).fill(-1);
  const first = { pollutant, base: 0, at: 0 };
  const second = { pollutant: PM10, base: 2, at: row.length + 1 };
  const cells = readPlainCells(bytes, first, second, 0, Int32Array.of(0), values);
  if (cells === 0) return null;
  expect(first.at, row).toBe(row.indexOf(',') + 1);
  expect(values[2]).toBe(7);
  return values[0] as number;
}

/** What a plain cell is, said in another way. */
const isPlain = (cell: string) => /^\d{0,3}$/.test(cell) || /^\d\.\d$/.test(cell);

describe('cells that are read by their first three bytes', () => {
  it('takes what is plain, as the number it is, and nothing else', () => {
    // Digits, the comma and the point, their neighbours in ASCII, what shares their low bits, and bytes beyond 127.
    const bytes = ['0', '1', '5', '9', ',', '.', '-', '/', ':', ';', ' ', 'A', 'q', 'l', '\r', '\x00', '\xb1', '\xac'];
    let taken = 0;
    for (const a of bytes) {
      for (const b of bytes) {
        for (const c of bytes) {
          for (const d of bytes) {
            const row = `${a}${b}${c}${d},8,`;
            const cell = row.slice(0, row.indexOf(','));
            const value = readFirst(row, PM10);
            if (!isPlain(cell) || [...row.slice(0, 3)].some((byte) => byte < ',' || byte > ';')) {
              expect(value, JSON.stringify(row)).toBeNull();
              continue;
            }
            taken += 1;
            expect(value, row).toBe(cell === '' ? Number.NaN : Number(cell));
          }
        }
      }
    }
    expect(taken).toBeGreaterThan(2000);
  });

  it('leaves whole numbers above the highest that an hour can have', () => {
    expect(readFirst('50,8,', CO)).toBe(50);
    expect(readFirst('51,8,', CO)).toBeNull();
    expect(readFirst('9.9,8,', CO)).toBe(9.9);
    expect(readFirst('999,8,', PM10)).toBe(999);
  });

  it('reads no cell of a row when the same cell of the other is not plain', () => {
    expect(readFirst('12,8,', PM10, '1000,')).toBeNull();
    expect(readFirst('12,8,', PM10, '7')).toBeNull();
  });
});
