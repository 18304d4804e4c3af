import { describe, expect, test } from 'vitest';
import { codeOnly, importsOf, machineTalk, unsafe, wrongImports } from './code.ts';
import { filesOf, textOf, tracked } from './files.ts';

const PROGRAM = filesOf(['pipeline', 'scripts'], /\.ts$/);

describe('the house', () => {
  test('is there', () => expect(PROGRAM.length).toBeGreaterThan(100));

  test('has imports that run one way', () => {
    expect(PROGRAM.flatMap((file) => wrongImports(file, textOf(file)))).toEqual([]);
  });

  test('has no file of more than 300 lines', () => {
    const long = PROGRAM.map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300).map(({ file }) => file)).toEqual([]);
  });

  test('uses neither any nor the mark that silences null', () => {
    const files = [...PROGRAM, ...filesOf(['test'], /\.ts$/)];
    expect(files.flatMap((file) => unsafe(textOf(file)).map((line) => `${file}: ${line}`))).toEqual([]);
  });

  test('says nothing of the machine it was built on', () => {
    // The checks name what they look for, and the search for browsers is tested with places that are made up.
    const exempt = /^(test\/house\/|test\/print\/browser\.test\.ts$|package-lock\.json$)/;
    const files = tracked().filter((file) => /\.(ts|md|json|hbs|css|ya?ml|csv|txt)$/.test(file) && !exempt.test(file));
    const said = files.flatMap((file) => machineTalk(textOf(file)).map((what) => `${file}: ${what}`));
    expect(said).toEqual([]);
  });
});

describe('imports', () => {
  test('are found in every form', () => {
    const text = [
      "import a from './a.ts';",
      'import { b,',
      '  c } from "./b.ts";',
      "import type { D } from './d.ts';",
      "export { e } from './e.ts';",
      "import './f.css';",
      "const g = await import('./g.ts');",
      'const note = "not from \'./h.ts\'";',
    ].join('\n');
    expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './d.ts', './e.ts', './f.css', './g.ts']);
  });

  test.each([
    ['pipeline/units.ts', './standards/aqi.ts'],
    ['pipeline/standards/aqi.ts', '../ingest/ingest.ts'],
    ['pipeline/ingest/cities.ts', '../archive/run.ts'],
    ['pipeline/check/check.ts', '../assess/published.ts'],
    ['pipeline/check/check.ts', '../archive/run.ts'],
    ['pipeline/assess/change.ts', '../facts/format.ts'],
    ['pipeline/facts/fact.ts', '../figures/draw.ts'],
    ['pipeline/figures/plates/cover.ts', '../../narrate/context.ts'],
    ['pipeline/narrate/tables/index.ts', '../../figures/draw.ts'],
    ['pipeline/print/print.ts', '../publish/data-pack.ts'],
    ['pipeline/publish/data-pack.ts', '../stages.ts'],
    ['pipeline/dates.ts', './report.ts'],
    ['pipeline/report.ts', '../scripts/command.ts'],
    ['pipeline/facts/fact.ts', '../../test/build.ts'],
  ])('of %s from %s run the wrong way', (file, name) => {
    expect(wrongImports(file, `import { x } from '${name}';`)).toHaveLength(1);
  });

  test.each([
    ['pipeline/standards/aqi.ts', '../units.ts'],
    ['pipeline/check/rules/capture.ts', '../../errors.ts'],
    ['pipeline/check/rules/capture.ts', '../report.ts'],
    ['pipeline/archive/run.ts', '../ingest/cities.ts'],
    ['pipeline/narrate/table.ts', '../facts/fact.ts'],
    ['pipeline/stages.ts', './narrate/compose.ts'],
    ['pipeline/report.ts', './stages.ts'],
    ['scripts/report.ts', '../pipeline/report.ts'],
    ['pipeline/figures/figure.ts', 'vega'],
  ])('of %s from %s are in order', (file, name) => {
    expect(wrongImports(file, `import { x } from '${name}';`)).toEqual([]);
  });

  test('of a new room ask for its place', () => {
    expect(wrongImports('pipeline/attic/box.ts', '')[0]).toContain('no place in the house');
  });
});

describe('code', () => {
  test('is what is left without comments and the insides of strings', () => {
    const filled = (word: string) => `$\u007b${word}}`;
    expect(codeOnly(`c(\`x! ${filled(`d(\`${filled('e')}!\`)`)} y\`);`)).toBe(
      `c(\`${filled(`d(\`${filled('e')}\`)`)}\`);`,
    );
    expect(codeOnly("a('any!'); // any\n/* b! */ c()")).toBe("a(''); \n c()");
    expect(codeOnly("x.replace(/['\"!]/g, '!') / 2")).toBe("x.replace(/x/, '') / 2");
  });

  test.each([
    'const a: any = 1;',
    'f(x as any)',
    'let m: Map<string, any>;',
    'a!.b',
    'f(a!)',
    'rows[0]!;',
    'return x!\n',
    'const y = x! + 1;',
  ])('“%s” is not safe', (text) => expect(unsafe(text)).toHaveLength(1));

  test.each([
    'if (a !== b) f(!c);',
    "f('any!');",
    'op.any(x)',
    '/** any! */',
    'const many: Many = [];',
    'a != b',
    "throw 'no!';",
  ])('“%s” is', (text) => expect(unsafe(text)).toEqual([]));
});

test.each([
  ["read('/home/ann/data')", '/home/ann/data'],
  ['See /srv/data/x.md.', '/srv/data/x.md.'],
  ['C:\\Users\\ann', 'C:\\Users\\ann'],
  ['It ran in a sandboxed environment.', 'sandboxed environment'],
])('“%s” tells of a machine', (text, what) => expect(machineTalk(text)).toEqual([what]));

test('addresses and paths inside the repository do not', () => {
  expect(machineTalk('https://example.org/home/page.html data/air/x.csv out/2018/en/ µg/m³/home/')).toEqual([]);
});
