import { readTable } from '../../../pipeline/ingest/read-table.ts';
import { readSchemas } from '../../../pipeline/ingest/schema.ts';
import { parseBreakpoints } from '../../../pipeline/ingest/standards.ts';
import type { Breakpoint } from '../../../pipeline/types.ts';

/** The index's breakpoints as shipped, both versions of the standard. */
export function shippedBreakpoints(): Breakpoint[] {
  const schema = readSchemas('data').get('standards/aqi-breakpoints.csv');
  return schema ? parseBreakpoints(readTable('data', schema).rows) : [];
}
