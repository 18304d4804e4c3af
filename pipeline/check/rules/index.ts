import type { Rule } from '../rule.ts';
import { basisMixed } from './basis-mixed.ts';
import { capture } from './capture.ts';
import { cityPublishedGap } from './city-published-gap.ts';
import { cityYearJump } from './city-year-jump.ts';
import { cohortOverlap } from './cohort-overlap.ts';
import { cohortSize } from './cohort-size.ts';
import { cohortValidity } from './cohort-validity.ts';
import { coverage } from './coverage.ts';
import { evidence } from './evidence.ts';
import { evidenceSource } from './evidence-source.ts';
import { limitsMissing } from './limits-missing.ts';
import { officialOutlier } from './official-outlier.ts';
import { outcomes } from './outcomes.ts';
import { placeUnknown } from './place-unknown.ts';
import { pm25AbovePm10 } from './pm25-above-pm10.ts';
import { policyDates } from './policy-dates.ts';
import { policyDuplicate } from './policy-duplicate.ts';
import { policyFamily } from './policy-family.ts';
import { policyLevel } from './policy-level.ts';
import { policyStatus } from './policy-status.ts';
import { policyTranslation } from './policy-translation.ts';
import { policyUnconfirmed } from './policy-unconfirmed.ts';
import { publishedArithmetic } from './published-arithmetic.ts';
import { publishedConflict } from './published-conflict.ts';
import { publishedRange } from './published-range.ts';
import { publishedShares } from './published-shares.ts';
import { targetPolicy } from './target-policy.ts';

/** Every rule, in the order in which findings are listed: sets of cities, figures, measurements, policies. */
export const rules: readonly Rule[] = [
  cohortSize,
  cohortValidity,
  cohortOverlap,
  placeUnknown,
  publishedRange,
  publishedConflict,
  publishedArithmetic,
  publishedShares,
  officialOutlier,
  pm25AbovePm10,
  cityYearJump,
  cityPublishedGap,
  basisMixed,
  coverage,
  capture,
  limitsMissing,
  evidence,
  evidenceSource,
  policyDates,
  policyFamily,
  policyLevel,
  policyStatus,
  policyTranslation,
  policyDuplicate,
  policyUnconfirmed,
  targetPolicy,
  outcomes,
];
