import type { Evidence } from '../types.ts';

/** What was read, or follows exactly from what was read: the report prints it as fact. */
export const isPrintable = ({ evidence }: Readonly<{ evidence: Evidence }>): boolean =>
  evidence === 'seen' || evidence === 'derived';
