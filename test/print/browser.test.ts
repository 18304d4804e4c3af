import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import { openBrowser, usualPlaces } from '../../pipeline/print/browser.ts';
import { isBundledHere, unpackBundled } from '../../pipeline/print/bundled-chromium.ts';

describe('a browser to print with', () => {
  it('is the one CHROME_PATH names, or none', async () => {
    const opening = openBrowser(silent, { CHROME_PATH: '/nowhere/chrome' });
    await expect(opening).rejects.toMatchObject({
      code: 'no-browser',
      exit: 3,
      remedy: expect.stringContaining('CHROME_PATH'),
    });
    await expect(opening).rejects.toThrow('/nowhere/chrome');
  });

  it('is looked for where each system keeps its programs', () => {
    expect(usualPlaces('darwin', {}, '/Users/x')).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\P' })).toContain('C:\\P\\Google\\Chrome\\Application\\chrome.exe');
    expect(usualPlaces('linux', { PATH: '/opt/bin' })).toContain('/opt/bin/chromium');
  });
});

describe.runIf(isBundledHere())('the bundled browser', () => {
  it('is unpacked once by two runs that start together, and leaves the environment alone', async () => {
    const cache = await mkdtemp(path.join(tmpdir(), 'china-air-test-'));
    const before = { ...process.env };
    try {
      const [one, two] = await Promise.all([unpackBundled(silent, cache), unpackBundled(silent, cache)]);
      expect(one).toEqual(two);
      expect(one.temporary).toBeNull();
      await access(one.executablePath);
      expect(await readdir(cache)).toHaveLength(1);
      expect({ ...process.env }).toEqual(before);
    } finally {
      await rm(cache, { recursive: true, force: true });
    }
  }, 120_000);

  it('goes to a temporary folder where the cache cannot be written', async () => {
    const found = await unpackBundled(silent, '/dev/null/cache');
    expect(found.temporary).not.toBeNull();
    await access(found.executablePath);
    await rm(found.temporary ?? '', { recursive: true, force: true });
  }, 120_000);
});
