import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Edition } from '../types.ts';

type FileHash = Readonly<{ path: string; bytes: number; sha256: string }>;

/** What an edition was made from and by: enough to make it again, and to see that a copy is whole. */
type Manifest = Readonly<{
  edition: string;
  year: number;
  status: 'draft' | 'final';
  /** Commit of the project, with `+` when files were changed since; null outside a repository. */
  commit: string | null;
  tools: Readonly<Record<string, string>>;
  inputs: readonly FileHash[];
  /** Rules chosen otherwise than by default. */
  rules: Readonly<Record<string, string>>;
  outputs: readonly FileHash[];
}>;

/** Hashes of all files under a folder, by path relative to it, in order. */
function hashFolder(dir: string, prefix = ''): FileHash[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== 'manifest.json' && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const content = readFileSync(file);
      const relative = path.relative(dir, file).split(path.sep).join('/');
      return {
        path: prefix + relative,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      };
    });
}

export function manifest(
  edition: Edition,
  made: {
    status: Manifest['status'];
    commit: string | null;
    tools: Readonly<Record<string, string>>;
    dataDir: string;
    standardsDir: string | null;
    rules: Readonly<Record<string, string>>;
    templatesDir: string;
    outputDir: string;
  },
): Manifest {
  return {
    edition: edition.id,
    year: edition.year,
    status: made.status,
    commit: made.commit,
    tools: made.tools,
    rules: made.rules,
    inputs: [
      ...hashFolder(made.dataDir, 'data/'),
      ...(made.standardsDir ? hashFolder(made.standardsDir, 'standards/') : []),
      ...hashFolder(made.templatesDir, 'templates/'),
    ],
    outputs: hashFolder(made.outputDir),
  };
}
