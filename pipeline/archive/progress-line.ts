/** How far the reading of an archive is. */
export type Reading = Readonly<{ archive: string; done: number; total: number; bytes: number; ms: number }>;

const WIDTH = 24;

/** One line for a terminal: a bar, files, MB/s and the time left at the speed so far. */
export function progressLine({ archive, done, total, bytes, ms }: Reading): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  const bar = `${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}`;
  const speed = ms > 0 && bytes > 0 ? ` ${Math.round(bytes / 1000 / ms)} MB/s` : '';
  const left = share > 0 ? Math.round((ms * (1 - share)) / share / 1000) : null;
  return `${archive} ${bar} ${done}/${total} files${speed}${left === null ? '' : `, ${left} s left`}`;
}
