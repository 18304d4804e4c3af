import type { Step } from './context.ts';
import { exposureStep } from './exposure.ts';
import { robustnessStep } from './robustness.ts';
import { twins } from './twins.ts';

/** What is assessed on top of means, changes, counts, rankings and targets, in order. */
export const STEPS: readonly Step[] = [exposureStep, twins, robustnessStep];
