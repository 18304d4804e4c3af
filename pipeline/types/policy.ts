import type { Bilingual, Evidence } from './terms.ts';

export const POLICY_LEVELS = ['national', 'regional', 'provincial', 'municipal'] as const;
export type PolicyLevel = (typeof POLICY_LEVELS)[number];

export const SECTORS = [
  'planning',
  'coal',
  'industry',
  'vocs',
  'vehicles-fuels',
  'freight-ships-ports',
  'dust',
  'agriculture',
  'heavy-pollution-response',
  'monitoring',
  'enforcement',
  'economic-policy',
] as const;
export type Sector = (typeof SECTORS)[number];

/** Themes of freight transport, from the road to the sea. */
export const THEMES = [
  'diesel-trucks',
  'fuel-quality',
  'scrappage',
  'rail-and-water',
  'ships-and-ports',
  'emission-control-areas',
] as const;
export type Theme = (typeof THEMES)[number];

/** How a record relates to the head of its family. */
export const RELATIONS = ['implements', 'amends', 'supersedes'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The editor's state of a record as of today. */
export const EDITOR_STATES = ['in-force', 'completed', 'superseded', 'repealed', 'unknown'] as const;
export type EditorState = (typeof EDITOR_STATES)[number];

/** What a record was on the last day of the year assessed, see assess/register-status.ts. */
export const REGISTER_STATUSES = ['in-force', 'not-yet-in-force', 'ended', 'superseded', 'unknown'] as const;
export type RegisterStatus = (typeof REGISTER_STATUSES)[number];

export type Policy = Readonly<{
  id: string;
  /** Id of the record it belongs to, and how; a record without one is the head of its own. */
  family: string | null;
  relation: Relation | null;
  title: Bilingual;
  issuer: Bilingual;
  level: PolicyLevel;
  jurisdiction: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as precise as known; null: not known. */
  issued: string | null;
  effective: string | null;
  ends: string | null;
  documentNumber: string;
  sectors: readonly Sector[];
  /** Of a policy on freight: what it is about; empty for all others. */
  themes: readonly Theme[];
  summary: Bilingual;
  /** The editor's note on what was not confirmed: kept, never printed. */
  note: Bilingual;
  /** Never printed: an edition says what a record was at the end of its year, see RegisterStatus. */
  status: EditorState;
  sources: readonly string[];
  evidence: Evidence;
}>;

/** The figure that measures each indicator of a target which air-quality data can answer; others need a stated result. */
export const MEASURED_BY: Readonly<Record<string, Readonly<{ subject: string; statistic: string }>>> = {
  pm25_annual: { subject: 'pm25', statistic: 'annual-mean' },
  pm10_annual: { subject: 'pm10', statistic: 'annual-mean' },
  good_day_share: { subject: 'aqi', statistic: 'good-day-share' },
  good_days: { subject: 'aqi', statistic: 'good-days' },
  heavy_day_share: { subject: 'aqi', statistic: 'heavy-day-share' },
  heavy_day_count: { subject: 'aqi', statistic: 'heavy-days' },
};

export type Target = Readonly<{
  id: string;
  policy: string;
  /** When its policy was issued (else in force): YYYY, YYYY-MM or YYYY-MM-DD. It tells on which reference state a level stands. */
  issued: string | null;
  scope: string;
  indicator: string;
  statistic: string;
  kind: 'relative-change' | 'level' | 'share' | 'at-most' | 'at-least';
  value: number;
  unit: string;
  baselineYear: number | null;
  deadlineYear: number;
  evidence: Evidence;
  sources: readonly string[];
  /** `baseYear`: the year a published change is counted from, where it says so; it may not be the target's own. */
  officialResult: Readonly<{
    value: number;
    /** Digits after the point, as published. */
    decimals: number;
    year: number;
    baseYear?: number | null;
    sources: readonly string[];
    note: string;
  }> | null;
}>;
