import type { Step } from './context.ts';
import { exceedance } from './exceedance.ts';
import { peakSeasons } from './peak-seasons.ts';
import { sinceBase } from './since-base.ts';
import { judgeTargets } from './target-progress.ts';
import { trends } from './trends.ts';
import { twins } from './twins.ts';
import { whoDistance } from './who-distance.ts';
import { winterSeasons } from './winter.ts';
import { yearsUntil } from './years-until.ts';

/** What is assessed on top of means, changes, counts and rankings, in order: targets are judged by what stands before them. */
export const STEPS: readonly Step[] = [
  ...[sinceBase, winterSeasons, judgeTargets],
  ...[exceedance, trends, yearsUntil, peakSeasons, whoDistance, twins],
];
