import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files under folders whose names end so, by path from the top of the repository. */
export const filesOf = (folders: readonly string[], ending: RegExp): string[] =>
  folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)),
    )
    .filter((file) => ending.test(file))
    .sort();

export const textOf = (file: string): string => readFileSync(file, 'utf8');

/** Files that git keeps or would keep; outside a clone, everything but what is never committed. */
export function tracked(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\n').filter((file) => file !== '' && existsSync(file));
  } catch {
    return filesOf(['.'], /\.\w+$/).filter((file) => !/^(node_modules|out|\.git)\//.test(file));
  }
}
