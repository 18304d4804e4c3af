// Runs a script of this folder bundled, in plain Node: `node scripts/lean.mjs archive …`. For work that is measured in memory
// and in tenths of a second: without the TypeScript loader Node takes half the memory and starts twice as fast. What a script
// imports only when it needs it is a file of its own, which is read only then.
// The files are made by esbuild when a source is newer than they are.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const [, , name = '', ...rest] = process.argv;
const dir = path.join(root, '.cache', 'bin', name);
const bundle = path.join(dir, `${name}.mjs`);
const inputs = path.join(dir, 'inputs.json');

function isCurrent() {
  if (!existsSync(bundle) || !existsSync(inputs)) return false;
  const made = statSync(bundle).mtimeMs;
  const newest = (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  return JSON.parse(readFileSync(inputs, 'utf8')).every((file) => newest(file) < made);
}

async function make() {
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`scripts/${name}.ts`],
    outdir: dir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // A package that finds files or workers of its own by its place stays where it is, and one that takes longer to bundle
    // than it ever takes to load.
    external: ['pino', 'pino-pretty', 'exceljs'],
    banner: {
      js: "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);",
    },
    logLevel: 'error',
    metafile: true,
    write: false,
  });
  mkdirSync(dir, { recursive: true });
  const write = (file, content) => {
    writeFileSync(`${file}.${process.pid}.new`, content);
    renameSync(`${file}.${process.pid}.new`, file);
  };
  // Packages are told by the lock file.
  const sources = Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/'));
  write(inputs, JSON.stringify([...sources, 'package-lock.json', 'scripts/lean.mjs']));
  // The script itself comes last: the others have their content in their names, and it names them.
  const isScript = ({ path: file }) => file === bundle;
  for (const { path: file, contents } of outputFiles.sort((a, b) => isScript(a) - isScript(b))) write(file, contents);
  const made = new Set(outputFiles.map(({ path: file }) => path.basename(file)));
  for (const old of readdirSync(dir)) if (old.endsWith('.mjs') && !made.has(old)) rmSync(path.join(dir, old));
}

if (!isCurrent()) await make();
process.argv = [process.argv[0], bundle, ...rest];
await import(pathToFileURL(bundle).href);
