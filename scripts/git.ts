import { $ } from 'zx';

/** The commit a run is made from, with `+` when tracked files were changed since; null outside a repository or without git. */
export async function gitCommit(): Promise<string | null> {
  const quiet = $({ nothrow: true, quiet: true });
  const head = await quiet`git rev-parse HEAD`;
  if (head.exitCode !== 0) return null;
  const status = await quiet`git status --porcelain --untracked-files=no`;
  return `${head.stdout.trim()}${status.stdout.trim() ? '+' : ''}`;
}
