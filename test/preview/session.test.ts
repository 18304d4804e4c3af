import { expect, test } from 'vitest';
import { silent } from '../../pipeline/log.ts';
import type { Options } from '../../pipeline/options.ts';
import { Session } from '../../pipeline/preview/session.ts';

const OPTIONS: Options = {
  ...{ edition: 'annual', year: 2018, languages: ['en'], dataDir: 'data', templatesDir: 'templates' },
  ...{ standardsDir: null, rules: '', outDir: '', htmlOnly: false, final: false, help: false },
};

test('of languages asked for while work goes on the last is shown', async () => {
  const session = new Session(OPTIONS, 'en', silent);
  // The first is worked on at once, the second waits; the third takes it back.
  await Promise.all([session.show('zh'), session.show('en'), session.show('zh')]);
  expect(session.state.language).toBe('zh');
});
