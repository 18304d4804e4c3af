import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import { replaceFile } from '../workspace.ts';

const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PACKAGE = path.join(PROJECT, 'node_modules', '@sparticuz', 'chromium');

/** A browser's program, the environment it needs, and what to remove after use (null: it stays in the cache). */
export type UnpackedBrowser = Readonly<{
  executablePath: string;
  env: Readonly<Record<string, string>>;
  temporary: string | null;
}>;

/** The package unpacks only to $TMPDIR, and its own libraries only when it believes to stand on a certain host. */
const UNPACK = `
  const { default: chromium } = await import(process.argv[1]);
  chromium.setGraphicsMode = false;
  await chromium.executablePath();
`;

/** Fonts come from the document; this one folder is only the last resort, and the check of the PDF names any use of it. */
const fontsConf = (folder: string): string => {
  const at = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${at}/fonts/fonts</dir><cachedir>${at}/font-cache</cachedir></fontconfig>`,
    '',
  ].join('\n');
};

const unpacked = (folder: string, temporary: boolean): UnpackedBrowser => ({
  executablePath: path.join(folder, 'chromium'),
  env: {
    LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: path.join(folder, 'fonts'),
    FONTCONFIG_FILE: path.join(folder, 'fonts', 'fonts.conf'),
  },
  temporary: temporary ? folder : null,
});

/**
 * Unpacks into `folder` in a process of its own, so that the variables the package reads never touch this one's
 * environment: two runs in one process cannot disturb each other, and nothing needs to be put back.
 */
async function unpackInto(folder: string): Promise<void> {
  const env = { ...process.env, TMPDIR: folder, VERCEL: '1' };
  const entry = pathToFileURL(path.join(PACKAGE, 'build', 'esm', 'index.js')).href;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK, entry], { env, timeout: 120_000 });
}

/** Where unpacked browsers are kept: $CHINA_AIR_CACHE, else beside the packages. */
const cacheFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  env.CHINA_AIR_CACHE || path.join(PROJECT, 'node_modules', '.cache', 'china-air');

/** Whether the bundled browser runs here at all. */
export const isBundledHere = (platform = process.platform, arch: string = process.arch): boolean =>
  platform === 'linux' && arch === 'x64' && existsSync(path.join(PACKAGE, 'package.json'));

const isWritable = async (folder: string): Promise<boolean> => {
  // The nearest folder that exists is asked first: making folders below a virtual one (/proc) may never return.
  let parent = path.resolve(folder);
  while (!existsSync(parent)) parent = path.dirname(parent);
  try {
    await access(parent, constants.W_OK);
    await mkdir(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
};

/**
 * A project that was moved or renamed takes its unpacked browser along, but fontconfig wants the whole path: without a single font the browser
 * waits for ever.
 */
async function settle(home: string): Promise<void> {
  const file = path.join(home, 'fonts', 'fonts.conf');
  const conf = fontsConf(await realpath(home));
  if (existsSync(file) && (await readFile(file, 'utf8')) === conf) return;
  await mkdir(path.dirname(file), { recursive: true });
  replaceFile(file, conf);
}

/**
 * The bundled browser, unpacked once per version into `cache` (about 200 MB, 2 s). It is unpacked beside its place and
 * renamed into it, so a half-unpacked browser is never seen and of two runs that start together one simply wins. Where
 * the cache cannot be written, the browser goes to a temporary folder, to be removed after use.
 *
 * @throws whatever the file system or the unpacking process reports.
 */
export async function unpackBundled(log: Logger, cache = cacheFolder()): Promise<UnpackedBrowser> {
  const { version } = JSON.parse(await readFile(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const home = path.join(path.resolve(cache), `chromium-${version}-${process.arch}`);
  if (existsSync(path.join(home, '.complete'))) {
    await settle(home);
    return unpacked(home, false);
  }

  const keep = await isWritable(cache);
  if (!keep) log.warn({ cache }, 'the cache cannot be written: unpacking the browser for this run only');
  const folder = await mkdtemp(path.join(keep ? path.resolve(cache) : tmpdir(), 'unpack-'));
  try {
    await unpackInto(folder);
    await writeFile(path.join(folder, 'fonts', 'fonts.conf'), fontsConf(keep ? home : folder));
    await writeFile(path.join(folder, '.complete'), `${version}\n`);
    if (!keep) return unpacked(folder, true);
    await rename(folder, home);
    await settle(home);
    log.debug({ home }, 'browser unpacked');
    return unpacked(home, false);
  } catch (error) {
    if (keep && existsSync(path.join(home, '.complete'))) {
      await rm(folder, { recursive: true, force: true });
      return unpacked(home, false);
    }
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
