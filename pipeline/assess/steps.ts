import type { Step } from './context.ts';
import { exceedance } from './exceedance.ts';
import { peakSeasons } from './peak-seasons.ts';
import { trends } from './trends.ts';
import { twins } from './twins.ts';
import { whoDistance } from './who-distance.ts';
import { yearsUntil } from './years-until.ts';

/** What is assessed on top of means, changes, counts, rankings and targets, in order. */
export const STEPS: readonly Step[] = [exceedance, trends, yearsUntil, peakSeasons, whoDistance, twins];
