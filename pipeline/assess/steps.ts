import type { Step } from './context.ts';
import { sinceBase } from './since-base.ts';

/** What is assessed on top of means, changes, counts, rankings and targets, in order. */
export const STEPS: readonly Step[] = [sinceBase];
