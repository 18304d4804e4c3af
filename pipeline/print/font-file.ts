import { closeSync, openSync, readSync } from 'node:fs';

/** Where the tables stand in the list of known tags of WOFF2 (W3C WOFF 2.0, section 4.1). */
const TAGS: Readonly<Record<number, string>> = { 13: 'CFF ', 36: 'CFF2', 47: 'fvar' };
/** The two tables whose flags mean the opposite: 3 is "not transformed" for them, 0 for all others. */
const GLYF = 10;
const LOCA = 11;

const readHead = (file: string): Buffer => {
  const head = new Uint8Array(2048);
  const handle = openSync(file, 'r');
  try {
    return Buffer.from(head.buffer, 0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
};

/**
 * Why a WOFF2 file cannot be printed, or null. Chromium embeds variable faces and faces with CFF outlines as Type 3:
 * drawings of letters, heavy, unhinted and refused by printers. The directory of a WOFF2 file is not compressed, so the
 * first bytes tell.
 */
export function unprintable(file: string, read: (file: string) => Buffer = readHead): string | null {
  const head = read(file);
  if (head.toString('latin1', 0, 4) !== 'wOF2') return 'it is not a WOFF2 file';
  const count = head.readUInt16BE(12);
  let at = 48;
  const number = (): void => {
    while ((head[at++] ?? 0) & 0x80);
  };
  for (let i = 0; i < count && at < head.length; i++) {
    const flags = head[at++] ?? 0;
    const known = flags & 0x3f;
    const tag = known === 0x3f ? head.toString('latin1', at, at + 4) : TAGS[known];
    if (known === 0x3f) at += 4;
    const transform = flags >> 6;
    number();
    if (known === GLYF || known === LOCA ? transform !== 3 : transform !== 0) number();
    if (tag === 'fvar') return 'it is a variable font';
    if (tag === 'CFF ' || tag === 'CFF2') return 'its outlines are CFF';
  }
  return null;
}
