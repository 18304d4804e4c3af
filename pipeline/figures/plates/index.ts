import type { Plate } from '../figure.ts';
import { actionPlanResults } from './action-plan-results.ts';
import { attaining } from './attaining.ts';
import { attainmentBases } from './attainment-bases.ts';
import { bestWorst } from './best-worst.ts';
import { capitalsHeat } from './capitals-heat.ts';
import { classesMonths, classesScopes } from './class-plates.ts';
import { compositeKey } from './composite-key.ts';
import { cover } from './cover.ts';
import { coverage } from './coverage.ts';
import { dayClasses } from './day-classes.ts';
import { distributionPm25 } from './distribution-pm25.ts';
import { goodDays } from './good-days.ts';
import { improvers } from './improvers.ts';
import { mapPm25Change } from './map-pm25-change.ts';
import { mapWho } from './map-who.ts';
import { mapNo2, mapPm10, mapPm25 } from './mean-maps.ts';
import { monthlyProfile } from './monthly-profile.ts';
import { nationDumbbell } from './nation-dumbbell.ts';
import { nationSeries } from './nation-series.ts';
import { ozoneCapitals } from './ozone-capitals.ts';
import { ozonePm25Index } from './ozone-pm25-index.ts';
import { ozoneSeries } from './ozone-series.ts';
import { policyEvents } from './policy-events.ts';
import { policyFamilies } from './policy-families.ts';
import { policyMatrix } from './policy-matrix.ts';
import { policyProvinces } from './policy-provinces.ts';
import { policyTimeline } from './policy-timeline.ts';
import { primaryMonths } from './primary-months.ts';
import { provinceRanges } from './province-ranges.ts';
import { reconciliationPlate } from './reconciliation.ts';
import { regionDumbbell } from './region-dumbbell.ts';
import { regionPanels } from './region-panels.ts';
import { mapCo, mapComposite, mapDust, mapGoodDays, mapO3 } from './statistic-maps.ts';
import { targetProgressPlate } from './target-progress.ts';
import { whoDistance } from './who-distance.ts';
import { whoLadder } from './who-ladder.ts';

/** The nation, the key regions, the cities, ozone, WHO's levels. */
export const airPlates: readonly Plate[] = [
  nationSeries,
  nationDumbbell,
  attaining,
  goodDays,
  dayClasses,
  monthlyProfile,
  regionPanels,
  regionDumbbell,
  distributionPm25,
  mapPm25,
  mapPm10,
  mapNo2,
  mapPm25Change,
  bestWorst,
  improvers,
  provinceRanges,
  capitalsHeat,
  ozoneSeries,
  ozoneCapitals,
  ozonePm25Index,
  whoLadder,
  mapWho,
  whoDistance,
];

/** What needs the days of all cities: classes of days, primary pollutants, ozone and CO by city, the composite index. */
const dailyPlates: readonly Plate[] = [
  attainmentBases,
  classesScopes,
  classesMonths,
  mapGoodDays,
  primaryMonths,
  mapDust,
  compositeKey,
  mapComposite,
  mapCo,
  mapO3,
];

/** The register of policies, targets, and the data behind the report. */
export const policyPlates: readonly Plate[] = [
  policyTimeline,
  ...policyEvents,
  policyMatrix,
  policyFamilies,
  policyProvinces,
  targetProgressPlate,
  actionPlanResults,
  coverage,
  reconciliationPlate,
];

/** All plates, in the order of the chapters. */
export const plates: readonly Plate[] = [cover, ...airPlates, ...dailyPlates, ...policyPlates];
