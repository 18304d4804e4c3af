import { createHash } from 'node:crypto';
import { type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/** A file that changed, by its folder and its path in it (with `/`), and when it was saved (ms since 1970). */
export type Saved = Readonly<{ folder: string; path: string; at: number }>;
type Seen = Readonly<{ stamp: string; hash: string }>;

/** An editor may write a file in two steps, or beside it and rename: we wait until it is quiet. */
const QUIET_MS = 25;
/** Folders from elsewhere (a network, a container's host) tell nothing when they change: they are looked at too. */
const LOOK_MS = 1000;

const hashOf = (file: string): string => createHash('sha1').update(readFileSync(file)).digest('hex');

/**
 * Watches folders with all that is in them and tells which files have other content than before: made, saved or deleted.
 * Saving without a change tells nothing. What the system reports is only a hint to look; so nothing is missed or told twice.
 */
export function watchFolders(
  folders: readonly string[],
  tell: (saved: readonly Saved[]) => void,
  lookMs = LOOK_MS,
): Readonly<{ close: () => void }> {
  const watchers = new Map<string, FSWatcher>();
  const seen = new Map<string, Seen>();
  let waiting: NodeJS.Timeout | undefined;
  /** The first look only learns what there is. */
  let first = true;

  const hint = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, QUIET_MS);
  };

  function watchOne(dir: string): void {
    if (watchers.has(dir)) return;
    try {
      const watcher = watch(dir, hint);
      watcher.on('error', () => forget(dir));
      watchers.set(dir, watcher);
    } catch {
      // No handles left, or the folder is gone again: looking now and then finds its changes.
    }
  }

  function forget(dir: string): void {
    watchers.get(dir)?.close();
    watchers.delete(dir);
  }

  /** The files of a folder with what is known of them; content is read only where size or time are others. */
  function scan(folder: string, found: Map<string, Seen>): void {
    watchOne(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      try {
        if (entry.isDirectory()) scan(file, found);
        else {
          const { mtimeMs, size } = statSync(file);
          const stamp = `${mtimeMs}:${size}`;
          const before = seen.get(file);
          found.set(file, before?.stamp === stamp ? before : { stamp, hash: hashOf(file) });
        }
      } catch {
        // Gone between listing and reading: the next look tells.
      }
    }
  }

  function look(): void {
    const found = new Map<string, Seen>();
    for (const folder of folders) {
      try {
        scan(folder, found);
      } catch {
        // A folder that is not there has no files.
      }
    }
    const names = new Set([...seen.keys(), ...found.keys()]);
    const others = [...names].filter((file) => seen.get(file)?.hash !== found.get(file)?.hash);
    seen.clear();
    for (const [file, now] of found) seen.set(file, now);
    for (const dir of watchers.keys()) if (!existsDirectory(dir)) forget(dir);
    if (others.length > 0 && !first) tell(others.map((file) => savedOf(file, folders, found.get(file))));
  }

  look();
  first = false;
  const looking = setInterval(look, lookMs);
  return {
    close: () => {
      clearInterval(looking);
      clearTimeout(waiting);
      for (const dir of [...watchers.keys()]) forget(dir);
    },
  };
}

function existsDirectory(dir: string): boolean {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function savedOf(file: string, folders: readonly string[], now: Seen | undefined): Saved {
  const folder = folders.find((each) => file.startsWith(`${each}${path.sep}`)) ?? path.dirname(file);
  const at = now ? Number(now.stamp.split(':')[0]) : Date.now();
  return { folder, path: path.relative(folder, file).split(path.sep).join('/'), at };
}
