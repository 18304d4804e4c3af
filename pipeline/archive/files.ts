import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { ChinaAirError } from '../errors.ts';
import type { Finding } from '../types.ts';
import type { Adapter } from './adapter.ts';
import { reporter } from './finding.ts';
import { cityHourly, stationHourly } from './hourly/adapter.ts';
import { dayOfName } from './hourly/day-file.ts';
import { filesIn, type RawFile } from './last-run.ts';
import { ADAPTERS, recognise } from './recognise.ts';

/** Enough of a file to know its form; of a packed one, enough to unpack a header. */
const HEAD = 16_384;

export type Groups = Readonly<{ groups: ReadonlyMap<Adapter, readonly string[]>; skipped: readonly Finding[] }>;

/**
 * The files by the adapter that reads them. A file of no known form is an error when it stands alone; beside files of a known
 * form it is damaged or a stray: a day's file of an hourly archive goes to its adapter, which says what is wrong with it, any
 * other is left out with a finding.
 *
 * @param paths as they were given: folders, and files that must have a form
 * @param known the form (Adapter's id) of files that need not be opened
 *
 * Errors: no-archive (exit 2), unknown-form (exit 1), packed (exit 1).
 */
export async function groupByForm(
  paths: readonly string[],
  files: readonly RawFile[] = filesIn(paths),
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Groups> {
  const groups = new Map<Adapter, string[]>();
  const unknown: { file: string; error: ChinaAirError }[] = [];
  const formOf = new Map<string, Adapter>();
  for (const { path: file } of files) {
    try {
      const adapter =
        ADAPTERS.find(({ id }) => id === known.get(file)) ?? recognise({ path: file, head: await headOf(file) });
      formOf.set(path.dirname(file), adapter);
      const group = groups.get(adapter) ?? [];
      groups.set(adapter, group);
      group.push(file);
    } catch (error) {
      if (!(error instanceof ChinaAirError) || error.code !== 'unknown-form') throw error;
      unknown.push({ file, error });
    }
  }
  const skipped: Finding[] = [];
  for (const { file, error } of unknown) {
    const beside = formOf.get(path.dirname(file));
    if (beside === undefined || paths.includes(file)) throw error;
    if ((beside === stationHourly || beside === cityHourly) && dayOfName(file) !== null) groups.get(beside)?.push(file);
    else {
      const finding = reporter(beside.source, file);
      skipped.push(
        finding('warn', 'unknown-form', 1, `${path.basename(file)} has no known form and is skipped.`, error.remedy),
      );
    }
  }
  return { groups, skipped };
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    return isGzip(head) ? unpackedHead(head) : head;
  } finally {
    await handle.close();
  }
}

/** The beginning of a .gz; one that is broken stays packed, and has no known form. */
function unpackedHead(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return head;
  }
}

/** A file's bytes, unpacked when it is a .gz. */
export async function readWhole(file: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await readFile(file));
  return isGzip(bytes) ? gunzipSync(bytes) : bytes;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
