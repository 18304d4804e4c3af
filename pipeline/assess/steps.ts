import type { Step } from './context.ts';
import { twins } from './twins.ts';

/** What is assessed on top of means, changes, counts, rankings and targets, in order. */
export const STEPS: readonly Step[] = [twins];
