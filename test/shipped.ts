import { readEdition } from '../pipeline/ingest/edition.ts';
import { type Ingested, ingest } from '../pipeline/ingest/ingest.ts';
import type { Data, Edition } from '../pipeline/types.ts';

let read: Ingested | undefined;

/** The tables of data/, read once for each test file that asks. */
export function shipped(): Ingested {
  read ??= ingest('data');
  return read;
}

/** The annual edition of a year, on the shipped scopes. */
export const annual = (year: number, { scopes }: Data = shipped().data): Edition =>
  readEdition('templates', 'annual', year, scopes);
