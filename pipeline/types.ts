/**
 * The values passed between stages, in flow order. Everything is readonly and parsed once, at the door (ingest);
 * inside, `null` always means "missing", never zero, and travels with a reason where it can be printed.
 */

export * from './types/data.ts';
export * from './types/edition.ts';
export * from './types/fact.ts';
export * from './types/outcome.ts';
export * from './types/policy.ts';
export * from './types/record.ts';
export * from './types/standard.ts';
export * from './types/terms.ts';
