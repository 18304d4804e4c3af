import type { Fact } from '../../types.ts';
import { type Evidence, type Kind, shown, told, type Verdict } from './claim.ts';

/** Every year's number is on this side of that of the year before, both as printed. */
const eachYear =
  (sign: 1 | -1) =>
  ({ field }: Evidence): Verdict => {
    const steps = field.slice(1).map((fact, i) => [field[i] as Fact, fact] as const);
    const against = steps.find(([from, to]) => Math.sign(shown(to) - shown(from)) !== sign);
    const way = against && (shown(against[1]) === shown(against[0]) ? 'stayed' : sign === -1 ? 'rose' : 'fell');
    return {
      holds: against === undefined,
      is: against ? `it ${way} from ${told(against[0])} to ${told(against[1])}` : field.map(told).join(', '),
      instead: null,
      facts: field,
    };
  };

/** A number year after year; a year without a number leaves the claim unjudged. */
export const PATH_KINDS: Readonly<Record<string, Kind>> = {
  'fell-each-year': { takes: 'years', needs: ['over'], may: ['basis'], judge: eachYear(-1) },
  'rose-each-year': { takes: 'years', needs: ['over'], may: ['basis'], judge: eachYear(1) },
};
