import { readTable } from '../ingest/read-table.ts';
import { readSchemas } from '../ingest/schema.ts';
import { parseBreakpoints } from '../ingest/standards.ts';
import type { Breakpoint } from '../types.ts';

/** The breakpoints of every version of the standard, from standards/aqi-breakpoints.csv of a data folder. */
export function readBreakpoints(dataDir: string): Breakpoint[] {
  const schema = readSchemas(dataDir).get('standards/aqi-breakpoints.csv');
  return schema ? parseBreakpoints(readTable(dataDir, schema).rows) : [];
}
