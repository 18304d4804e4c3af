import type { Step } from './context.ts';
import { effortStep } from './effort.ts';
import { exceedance } from './exceedance.ts';
import { exposureStep } from './exposure.ts';
import { outcomesStep } from './outcomes.ts';
import { peakSeasons } from './peak-seasons.ts';
import { regionMonths } from './region-months.ts';
import { registerGroups } from './register-groups.ts';
import { robustnessStep } from './robustness.ts';
import { sinceBase } from './since-base.ts';
import { judgeTargets } from './target-progress.ts';
import { trends } from './trends.ts';
import { twins } from './twins.ts';
import { whoDistance } from './who-distance.ts';
import { winterSeasons } from './winter.ts';
import { yearsUntil } from './years-until.ts';

/**
 * What is assessed on top of means, changes, counts and rankings, in order: targets are judged by what stands before them,
 * and last of all statements and verdicts are asked again under other choices.
 */
export const STEPS: readonly Step[] = [
  ...[registerGroups, regionMonths, exposureStep, sinceBase, winterSeasons, judgeTargets],
  ...[exceedance, trends, yearsUntil, peakSeasons, whoDistance, twins, effortStep, outcomesStep],
  robustnessStep,
];
