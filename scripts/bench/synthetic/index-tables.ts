import { iaqi, type Point } from '../../../pipeline/standards/iaqi.ts';
import type { Breakpoint } from '../../../pipeline/types.ts';
import { MEASURED } from './course.ts';
import type { IndexTables } from './derived.ts';

const HIGHEST = 3000;

/** The index of every integer concentration (CO: tenths) by the hourly columns of HJ 633-2012; PM have only daily ones. */
export function indexTables(breakpoints: readonly Breakpoint[]): IndexTables {
  return MEASURED.map((measure) => {
    const averaging = measure === 'pm25' || measure === 'pm10' ? '24h' : '1h';
    const points: Point[] = breakpoints
      .filter((row) => row.standard === 'HJ 633-2012' && row.pollutant === measure && row.averaging === averaging)
      .sort((a, b) => a.iaqi - b.iaqi);
    const scale = measure === 'co' ? 10 : 1;
    return Int16Array.from({ length: HIGHEST }, (_, value) => iaqi(value / scale, points) ?? 200);
  });
}
