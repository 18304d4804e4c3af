import type { Data, Edition, Finding } from '../types.ts';

/** One thing that can be wrong with the data: looks at all of it, and reports every case. */
export type Rule = (data: Data, edition: Edition) => Finding[];
