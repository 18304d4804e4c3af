import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The lengths of the two parts, as the file begins. */
const LENGTHS = 16;

/**
 * Reads a file of two parts, a head and numbers, each without the other.
 *
 * @param into for the numbers, as many as there are; without it the head is read
 * @returns the head; null where there is no such file, or one that is not whole: it is only a cache
 */
export function readStored(file: string, into?: Float64Array): Buffer | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    const lengths = new Float64Array(2);
    readSync(handle, lengths);
    const [head = 0, numbers = 0] = lengths;
    if (fstatSync(handle).size !== LENGTHS + head + numbers) return null;
    const part = into ? Buffer.from(into.buffer, into.byteOffset, numbers) : Buffer.allocUnsafe(head);
    for (let at = 0; at < part.length; ) {
      const got = readSync(handle, part, at, part.length - at, LENGTHS + (into ? head : 0) + at);
      if (got === 0) return null;
      at += got;
    }
    return part;
  } finally {
    closeSync(handle);
  }
}

/** Writes such a file beside, and renames it. */
export function writeStored(file: string, head: Buffer, numbers: Float64Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  const handle = openSync(beside, 'w');
  try {
    writeFileSync(handle, new Float64Array([head.byteLength, numbers.byteLength]));
    writeFileSync(handle, head);
    writeFileSync(handle, numbers);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
