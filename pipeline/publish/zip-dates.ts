const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

/** Time and date as a zip archive has them (MS-DOS, two seconds exact); none is before 1980. */
function stamp(date: Date): Readonly<{ time: number; day: number }> {
  const year = Math.max(1980, date.getUTCFullYear());
  return {
    time: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    day: ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  };
}

/**
 * A zip archive (a workbook is one) with the date of every entry set, in the list at its end and before each entry: else the
 * time of the run would be in it. PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. The archive has no comment.
 */
export function withZipDates(archive: Uint8Array, date: Date): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new TypeError('no zip archive, or one with a comment');
  const { time, day } = stamp(date);
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL || view.getUint32(local, true) !== LOCAL)
      throw new TypeError(`no entry of a zip archive at ${at}`);
    view.setUint16(at + 12, time, true);
    view.setUint16(at + 14, day, true);
    view.setUint16(local + 10, time, true);
    view.setUint16(local + 12, day, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
