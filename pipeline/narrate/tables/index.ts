import type { TableBuilder } from '../table.ts';
import { actionPlanProvinces } from './action-plan-provinces.ts';
import { archives } from './archives.ts';
import { attainment } from './attainment.ts';
import { capitals } from './capitals.ts';
import { capitalsSinceBase } from './capitals-since-base.ts';
import { citiesAll } from './cities-all.ts';
import { citiesImproved, citiesWorsened, indexChange } from './cities-improved.ts';
import { citiesCleanest, citiesMostPolluted } from './cities-ranked.ts';
import { coverage } from './coverage.ts';
import { days } from './days.ts';
import { citiesDust, citiesGoodDays, citiesOzone } from './ends.ts';
import { exposure } from './exposure.ts';
import { freightTables } from './freight.ts';
import { grades } from './grades.ts';
import { keyCitiesBest, keyCitiesPartial, keyCitiesWorst } from './key-cities.ts';
import { keyCitiesMonths } from './key-cities-months.ts';
import { keyCitiesOzone } from './key-cities-ozone.ts';
import { keyRegionTables } from './key-region.ts';
import { limits } from './limits.ts';
import { measuresCapitals } from './measures-capitals.ts';
import { nation } from './nation.ts';
import { nationSince2013 } from './nation-since-2013.ts';
import { nationYears } from './nation-years.ts';
import { ozoneCapitals } from './ozone-capitals.ts';
import { policiesAll } from './policies-all.ts';
import { policiesByLevel } from './policies-by-level.ts';
import { policiesProvinces } from './policies-provinces.ts';
import { policiesRegional } from './policies-regional.ts';
import { policiesSectors } from './policies-sectors.ts';
import { policiesYear } from './policies-year.ts';
import { primary } from './primary.ts';
import { provinces } from './provinces.ts';
import { reconciliation } from './reconciliation.ts';
import { reconciliationGroups } from './reconciliation-groups.ts';
import { regions } from './regions.ts';
import { regionsComputed } from './regions-computed.ts';
import { regionsDays } from './regions-days.ts';
import { regionsSix } from './regions-six.ts';
import { robustness, robustnessTargets } from './robustness.ts';
import { sectorTables } from './sector-policies.ts';
import { sourcesAll } from './sources-all.ts';
import { targetTables } from './targets.ts';
import { trends } from './trends.ts';
import { twinsAll, twinsCapitals } from './twins.ts';
import { whoDistance } from './who-distance.ts';
import { whoLadder } from './who-ladder.ts';
import { whoLevels } from './who-levels.ts';

/** Every table that a template may set with {{table "<id>"}}. */
export const tables: Readonly<Record<string, TableBuilder>> = {
  'action-plan-provinces': actionPlanProvinces,
  archives,
  attainment,
  capitals,
  'capitals-since-base': capitalsSinceBase,
  'cities-all': citiesAll,
  'cities-cleanest': citiesCleanest,
  'cities-dust': citiesDust,
  'cities-good-days': citiesGoodDays,
  'cities-improved': citiesImproved,
  'cities-most-polluted': citiesMostPolluted,
  'cities-ozone': citiesOzone,
  'cities-worsened': citiesWorsened,
  coverage,
  days,
  exposure,
  grades,
  'index-change': indexChange,
  'key-cities-best': keyCitiesBest,
  'key-cities-months': keyCitiesMonths,
  'key-cities-ozone': keyCitiesOzone,
  'key-cities-partial': keyCitiesPartial,
  'key-cities-worst': keyCitiesWorst,
  limits,
  'measures-capitals': measuresCapitals,
  nation,
  'nation-since-2013': nationSince2013,
  'nation-years': nationYears,
  'ozone-capitals': ozoneCapitals,
  'policies-all': policiesAll,
  'policies-by-level': policiesByLevel,
  'policies-provinces': policiesProvinces,
  'policies-regional': policiesRegional,
  'policies-sectors': policiesSectors,
  'policies-year': policiesYear,
  primary,
  provinces,
  reconciliation,
  'reconciliation-groups': reconciliationGroups,
  regions,
  'regions-computed': regionsComputed,
  'regions-days': regionsDays,
  'regions-six': regionsSix,
  robustness,
  'robustness-targets': robustnessTargets,
  'sources-all': sourcesAll,
  trends,
  'who-distance': whoDistance,
  'twins-all': twinsAll,
  'twins-capitals': twinsCapitals,
  'who-ladder': whoLadder,
  'who-levels': whoLevels,
  ...freightTables,
  ...keyRegionTables,
  ...sectorTables,
  ...targetTables,
};
