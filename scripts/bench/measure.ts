import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ChinaAirError } from '../../pipeline/errors.ts';

/** What a run took: seconds by the clock, seconds of processors (user and system, with all its children), MB at the peak. */
export type Cost = Readonly<{ wall: number; cpu: number; peak: number }>;

export type Program = Readonly<{ file: string; args: readonly string[] }>;

const PRELOAD = path.join(import.meta.dirname, 'peak-memory.mjs');

/** A TypeScript program of this project as a process of its own, without npm before it. */
export function script(file: string, ...args: readonly string[]): Program {
  return { file: process.execPath, args: ['--import', 'tsx', '--import', PRELOAD, file, ...args] };
}

/** A command of package.json that runs in plain Node, without npm before it. */
export function npmScript(name: string, ...args: readonly string[]): Program {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const [node, ...rest] = (scripts[name] ?? '').split(' ');
  if (node !== 'node') throw new Error(`npm run ${name} is not a command of node: ${scripts[name]}`);
  return { file: process.execPath, args: ['--import', PRELOAD, ...rest, ...args] };
}

/** What bash has to run, such as a pipe. */
export function shell(command: string, ...args: readonly string[]): Program {
  return { file: 'bash', args: ['-c', command, 'bash', ...args] };
}

/** Runs a program under bash's `time`. Errors: bench-run (exit 1) when it fails, no-bash (exit 3). */
export function measure({ file, args }: Program, workDir: string): Cost {
  const peakFile = path.join(workDir, 'peak-memory');
  const timed = `TIMEFORMAT='%R %U %S'; time "$@"`;
  const { error, status, stderr } = spawnSync('bash', ['-c', timed, 'bash', file, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 26,
    env: { ...process.env, PEAK_MEMORY_FILE: peakFile, LC_ALL: 'C' },
  });
  if (error) {
    const remedy = 'Times are taken with bash: run the benchmark where there is one.';
    throw new ChinaAirError({ code: 'no-bash', exit: 3, message: error.message, remedy, cause: error });
  }
  if (status !== 0) {
    const message = `${path.basename(args.find((arg) => /\.(ts|mjs)$/.test(arg) && arg !== PRELOAD) ?? file)} ended with ${status}.`;
    throw new ChinaAirError({ code: 'bench-run', exit: 1, message, remedy: stderr.trim() });
  }
  const [wall = 0, user = 0, system = 0] = (stderr.trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { wall, cpu: user + system, peak: takePeak(peakFile) };
}

function takePeak(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) / 1024;
  } catch {
    return 0;
  } finally {
    rmSync(file, { force: true });
  }
}

/** The least of each over some runs: what a program takes when nothing else disturbs it. Its peak is the greatest. */
export function best(costs: readonly Cost[]): Cost {
  const least = (of: (cost: Cost) => number) => Math.min(...costs.map(of));
  return {
    wall: least(({ wall }) => wall),
    cpu: least(({ cpu }) => cpu),
    peak: Math.max(...costs.map(({ peak }) => peak)),
  };
}
