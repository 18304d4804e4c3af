import { type Row, readTable } from '../../pipeline/ingest/read-table.ts';
import { readSchemas } from '../../pipeline/ingest/schema.ts';
import {
  parseAssessmentRules,
  parseBasisBreaks,
  parseBreakpoints,
  parseLimits,
  parseRankingRules,
} from '../../pipeline/ingest/standards.ts';
import type { Standards } from '../../pipeline/types.ts';

const schemas = readSchemas('data');
const rows = (name: string): readonly Row[] => {
  const schema = schemas.get(`standards/${name}.csv`);
  return schema ? readTable('data', schema).rows : [];
};

/** The tables of data/standards as they are shipped: clauses are tested on what a report is made with. */
export const SHIPPED: Standards = {
  limits: parseLimits(rows('limits')),
  assessmentRules: parseAssessmentRules(rows('assessment-rules')),
  rankingRules: parseRankingRules(rows('ranking-rules')),
};
export const BREAKPOINTS = parseBreakpoints(rows('aqi-breakpoints'));
export const BREAKS = parseBasisBreaks(rows('basis-breaks'));
