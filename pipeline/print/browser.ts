import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { Logger } from 'pino';
import puppeteer, { type Browser } from 'puppeteer-core';
import { ChinaAirError } from '../errors.ts';
import { isBundledHere, type UnpackedBrowser, unpackBundled } from './bundled-chromium.ts';

/** A running browser. `close` ends it and removes what it left on disk. */
export type PrintBrowser = Readonly<{ browser: Browser; version: string; close: () => Promise<void> }>;

/** A place a browser may come from, in words for the log, and how to get it. */
type Origin = Readonly<{ name: string; find: () => Promise<UnpackedBrowser> }>;

const FLAGS = ['--disable-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage', '--no-first-run'];
/** The zygote may only be left out together with the sandbox. */
const WITHOUT_SANDBOX = ['--no-sandbox', '--no-zygote'];

const LAUNCH_MS = 60_000;
/** A report of 200 pages prints in some seconds; a slow machine shared by several may take minutes. */
export const PRINT_MS = 300_000;

/** Where Chrome, Chromium and Edge are usually installed. */
export function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = homedir()): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['', home].flatMap((root) => apps.map((app) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => programs.map((program) => `${root}\\${program}`));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

const installed = (executablePath: string): UnpackedBrowser => ({ executablePath, env: {}, temporary: null });

/** The places to try, best first. CHROME_PATH is an order, not a hint: when it is set nothing else is tried. */
function origins(log: Logger, env: NodeJS.ProcessEnv): Origin[] {
  const wanted = env.CHROME_PATH;
  if (wanted) {
    return [{ name: `CHROME_PATH=${wanted}`, find: async () => installed(wanted) }];
  }
  const bundled: Origin[] = isBundledHere() ? [{ name: 'bundled Chromium', find: () => unpackBundled(log) }] : [];
  const found = usualPlaces(process.platform, env).find((place) => existsSync(place));
  return found ? [...bundled, { name: found, find: async () => installed(found) }] : bundled;
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

async function launch(found: UnpackedBrowser, log: Logger): Promise<PrintBrowser> {
  const home = await mkdtemp(path.join(tmpdir(), 'china-air-browser-'));
  // The zone and the language of the machine must not reach the page: the same HTML has to give the same bytes.
  const env = { ...process.env, ...found.env, HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' };
  const isRoot = process.getuid?.() === 0;
  const start = (args: string[]): Promise<Browser> =>
    puppeteer.launch({
      executablePath: found.executablePath,
      headless: 'shell',
      args: [...FLAGS, ...args],
      env,
      timeout: LAUNCH_MS,
      protocolTimeout: PRINT_MS,
    });
  const clean = async (): Promise<void> => {
    for (const folder of [home, found.temporary]) if (folder) await rm(folder, { recursive: true, force: true });
  };
  try {
    const browser = await start(isRoot ? WITHOUT_SANDBOX : []).catch((error: unknown) => {
      if (isRoot || process.platform !== 'linux') throw error;
      // Many containers forbid user namespaces. The page is our own and can load nothing but local files.
      log.warn({ reason: messageOf(error) }, 'the browser does not start in its sandbox: trying without');
      return start(WITHOUT_SANDBOX);
    });
    const close = async (): Promise<void> => {
      await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
      await clean();
    };
    return { browser, version: await browser.version(), close };
  } catch (error) {
    await clean();
    throw error;
  }
}

/**
 * A headless browser to print with: $CHROME_PATH; else the Chromium inside the packages (Linux x64); else one that is
 * installed. The caller closes it.
 *
 * @throws ChinaAirError `no-browser` (exit 3) with what was tried and what to do.
 */
export async function openBrowser(log: Logger, env: NodeJS.ProcessEnv = process.env): Promise<PrintBrowser> {
  const tried: string[] = [];
  for (const origin of origins(log, env)) {
    const began = performance.now();
    try {
      const opened = await launch(await origin.find(), log);
      const ms = Math.round(performance.now() - began);
      log.debug({ stage: 'print', browser: opened.version, from: origin.name, ms }, 'browser started');
      return opened;
    } catch (error) {
      tried.push(`${origin.name}: ${messageOf(error)}`);
      log.warn({ stage: 'print', from: origin.name, reason: messageOf(error) }, 'this browser does not start');
    }
  }
  throw new ChinaAirError({
    code: 'no-browser',
    exit: 3,
    message: tried.length > 0 ? `no browser starts (${tried.join('; ')})` : 'no browser to print with',
    remedy:
      'Set CHROME_PATH to a Chrome, Chromium or Edge program, or install one. On Linux x64 "npm ci" brings its own; ' +
      'if that one does not start, install the package "chromium".',
  });
}
