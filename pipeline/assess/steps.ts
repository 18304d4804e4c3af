import type { Step } from './context.ts';
import { sinceBase } from './since-base.ts';
import { judgeTargets } from './target-progress.ts';
import { winterSeasons } from './winter.ts';

/** What is assessed on top of means, changes, counts and rankings, in order: targets are judged by what stands before them. */
export const STEPS: readonly Step[] = [sinceBase, winterSeasons, judgeTargets];
