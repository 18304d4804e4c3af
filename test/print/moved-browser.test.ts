import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import { unpackBundled } from '../../pipeline/print/bundled-chromium.ts';
import { folder } from '../build.ts';

test('a browser that was unpacked at another place, and moved with the project, finds its fonts where it is now', async () => {
  const cache = folder({});
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as {
    version: string;
  };
  const home = path.join(cache, `chromium-${version}-${process.arch}`);
  const conf = path.join(home, 'fonts', 'fonts.conf');
  mkdirSync(path.dirname(conf), { recursive: true });
  writeFileSync(conf, '<fontconfig><dir>/old/place/fonts/fonts</dir></fontconfig>');
  writeFileSync(path.join(home, '.complete'), version);
  await unpackBundled(silent, cache);
  expect(readFileSync(conf, 'utf8')).toContain(`<dir>${realpathSync(home)}/fonts/fonts</dir>`);
  expect(readFileSync(conf, 'utf8')).not.toContain('/old/place');
});
