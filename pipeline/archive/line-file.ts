import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs';

const CHUNK = 1 << 16;

/** The lines of an ASCII file one by one, without ever holding the file; none where there is no file. */
export function* linesOfFile(file: string): Generator<string> {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let rest = '';
    for (let got = readSync(handle, chunk); got > 0; got = readSync(handle, chunk)) {
      const lines = `${rest}${chunk.toString('latin1', 0, got)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes lines, part after part, each with a line feed.
 *
 * @returns how many lines the last part had
 */
export function writeLines(file: string, parts: readonly Iterable<string>[]): number {
  const handle = openSync(file, 'w');
  try {
    let text = '';
    let count = 0;
    for (const lines of parts) {
      count = 0;
      for (const line of lines) {
        count += 1;
        text += `${line}\n`;
        if (text.length < CHUNK) continue;
        writeSync(handle, text);
        text = '';
      }
    }
    writeSync(handle, text);
    return count;
  } finally {
    closeSync(handle);
  }
}
