/**
 * Which control sites (对照点) are left out. `flagged`: every site that a list flags or names as one. `dated`: a site that is
 * flagged only, and that the list says was closed on a day, counts as an evaluation site until that day.
 */
export const CONTROL_RULES = ['flagged', 'dated'] as const;
export type ControlRule = (typeof CONTROL_RULES)[number];

/** Whether particulates keep the hours of sand-dust; tables hold both. */
export const DUST_RULES = ['keep', 'exclude'] as const;
export type DustRule = (typeof DUST_RULES)[number];
