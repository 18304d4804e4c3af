import type { Data, Edition, Finding } from '../types.ts';

/** One thing that can be wrong with the data: looks at all of it, and reports every case. */
export type Rule = (data: Data, edition: Edition) => Finding[];

/** A rule that looks at the register alone: also held against rows that are to be imported into it. */
export type RegisterRule = (
  data: Pick<Data, 'policies' | 'targets' | 'outcomes' | 'published' | 'provinces' | 'cities' | 'scopes'>,
) => Finding[];
