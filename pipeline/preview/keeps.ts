import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toSvg } from '../figures/to-svg.ts';
import { readTable, type Table } from '../ingest/read-table.ts';
import { KeptChapters } from '../narrate/kept-chapters.ts';
import type { Keeps } from '../stages.ts';

const hashOf = (content: string | Uint8Array): string => createHash('sha1').update(content).digest('base64');

/** Drawings kept: those of the figures shown, in both languages, with room for what was changed and is changed back. */
const MOST_DRAWINGS = 400;

/** What the preview keeps between runs of the stages, and how often it had to work: tables read, drawings made. */
export class Kept implements Keeps {
  readonly chapters = new KeptChapters();
  tables = 0;
  drawn = 0;
  readonly #tables = new Map<string, Readonly<{ hash: string; table: Table }>>();
  readonly #drawings = new Map<string, Promise<string>>();

  /** A table is read again only when its file or its schema is another. */
  readonly readTable: typeof readTable = (dataDir, schema, file = path.join(dataDir, schema.path)) => {
    const hash = hashOf(`${JSON.stringify(schema)}${existsSync(file) ? hashOf(readFileSync(file)) : ''}`);
    const known = this.#tables.get(file);
    if (known?.hash === hash) return known.table;
    this.tables += 1;
    const table = readTable(dataDir, schema, file);
    this.#tables.set(file, { hash, table });
    return table;
  };

  /** A drawing is made again only when its rows, words or colours are others. */
  readonly render: typeof toSvg = (spec, options) => {
    const hash = hashOf(JSON.stringify([spec, options]));
    const known = this.#drawings.get(hash);
    if (known) return known;
    this.drawn += 1;
    const drawing = toSvg(spec, options);
    drawing.catch(() => this.#drawings.delete(hash));
    this.#drawings.set(hash, drawing);
    const [oldest] = this.#drawings.keys();
    if (this.#drawings.size > MOST_DRAWINGS && oldest !== undefined) this.#drawings.delete(oldest);
    return drawing;
  };
}
