import { $ } from 'zx';

/** The commit a run was made from, and its date: outside a repository both are unknown. */
export type GitState = Readonly<{ commit: string | null; date: Date | null }>;

/** Asks git; a `+` after the commit says that tracked files were changed since. */
export async function gitState(): Promise<GitState> {
  const quiet = $({ nothrow: true, quiet: true });
  const head = await quiet`git log -1 --format=%H\ %ct`;
  if (head.exitCode !== 0) return { commit: null, date: null };
  const [commit = '', seconds = '0'] = head.stdout.trim().split(' ');
  const status = await quiet`git status --porcelain --untracked-files=no`;
  return { commit: status.stdout.trim() ? `${commit}+` : commit, date: new Date(Number(seconds) * 1000) };
}
