/**
 * The archive step done by DuckDB, as a program of its own so that its time can be taken:
 * run.ts <means|tables> <folder for results> <data folder> <first year> <last year> <folder of files> …
 */
import { archiveInSql } from './archive.ts';

const [job, result = '', dataDir = '', from = '', to = '', ...folders] = process.argv.slice(2);
if (job !== 'means' && job !== 'tables') throw new Error(`“${job}” is neither means nor tables`);
await archiveInSql(job, result, dataDir, { from: Number(from), to: Number(to) }, folders);
