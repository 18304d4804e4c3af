import { TYPES } from './derived.ts';
import type { Fault } from './faults.ts';
import type { Network } from './network.ts';

const [COMMA, POINT, ZERO] = [44, 46, 48];
/** The row that is cut off in a file that ends too early. It is one that nobody reads, so that all readers agree on the rest. */
const CUT = TYPES.indexOf('NO2_24h');
/** The most bytes a cell takes, with its comma. */
const CELL = 5;
/** The site that has two columns of the same name and values from June 2019 on. */
export const TWICE = '3207A';

/**
 * The file of a day as it grows: CRLF between lines, none after the last. The bytes are good until the next file is begun.
 */
export class DayFile {
  readonly #network: Network;
  readonly #buffer: Buffer;
  #columns: readonly number[] = [];
  #fault: Fault | undefined;
  #end = 0;
  #closed = false;

  constructor(network: Network) {
    this.#network = network;
    this.#buffer = Buffer.allocUnsafe(
      24 * TYPES.length * (network.sites.length * CELL + 64) + network.sites.length * 8,
    );
  }

  /** @param count how many of the sites have a column */
  begin(count: number, fault: Fault | undefined): void {
    const sites = Array.from({ length: count }, (_, site) => site);
    this.#columns = sites.flatMap((site) => (this.#codeOf(site) === TWICE ? [site, site] : [site]));
    this.#fault = fault;
    this.#closed = fault?.kind === 'header-only';
    this.#end = 0;
    this.#write(['date,hour,type', ...this.#columns.map((site) => this.#codeOf(site))].join());
  }

  /** @param date YYYYMMDD; @param rows a row of all sites for each of TYPES, -1 where nothing was measured */
  hour(date: string, label: number, rows: readonly Int16Array[]): void {
    if (this.#closed || (this.#fault?.kind === 'hours' && this.#fault.missing.includes(label))) return;
    const cut = this.#fault?.kind === 'cut' && this.#fault.label === label;
    TYPES.forEach((type, row) => {
      if (this.#closed) return;
      this.#write(`\r\n${date},${label},${type}`);
      const before = this.#end;
      this.#cells(rows[row] ?? new Int16Array(), type.startsWith('CO'));
      if (!cut || row !== CUT) return;
      this.#end = before + ((this.#end - before) >> 1);
      this.#closed = true;
    });
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#end);
  }

  #codeOf(site: number): string {
    return this.#network.sites[site]?.code ?? '';
  }

  #write(text: string): void {
    this.#end += this.#buffer.write(text, this.#end, 'latin1');
  }

  #cells(values: Int16Array, tenths: boolean): void {
    const buffer = this.#buffer;
    let at = this.#end;
    for (const site of this.#columns) {
      buffer[at++] = COMMA;
      const value = values[site] ?? -1;
      if (value < 0) continue;
      const whole = tenths ? (value / 10) | 0 : value;
      if (whole > 999) buffer[at++] = ZERO + ((whole / 1000) | 0);
      if (whole > 99) buffer[at++] = ZERO + (((whole / 100) | 0) % 10);
      if (whole > 9) buffer[at++] = ZERO + (((whole / 10) | 0) % 10);
      buffer[at++] = ZERO + (whole % 10);
      // The files write 1, not 1.0.
      if (!tenths || value % 10 === 0) continue;
      buffer[at++] = POINT;
      buffer[at++] = ZERO + (value % 10);
    }
    this.#end = at;
  }
}
