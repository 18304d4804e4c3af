import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { check } from '../../pipeline/check/check.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { readEdition } from '../../pipeline/ingest/edition.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { compose } from '../../pipeline/narrate/compose.ts';
import { createContext } from '../../pipeline/narrate/context.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { writeDataPack } from '../../pipeline/publish/data-pack.ts';
import { folder as temporary } from '../build.ts';

/** Editions that are compared whole: a folder in, a folder out. The folder's name is the edition's; all assess 2018. */
const EDITIONS = readdirSync('test/editions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The run without figures and browser: ingest, check, assess, narrate, and what they leave. */
function run(input: string, name: string): ReadonlyMap<string, string> {
  const [dataDir, templatesDir] = [path.join(input, 'data'), path.join(input, 'templates')];
  const { data, findings } = ingest(dataDir);
  const edition = readEdition(templatesDir, name, 2018, data.scopes);
  const assessment = assess(data, edition);
  const facts = new Facts(assessment.facts);
  const composed = edition.languages.map((language) => {
    const strings = readStrings(templatesDir, language);
    return compose(
      templatesDir,
      createContext({ language, edition, data, facts, assessment, figures: new Map(), strings, draft: true }),
    );
  });
  const all = [...findings, ...check(data, edition), ...composed.flatMap((one) => one.findings)];
  const dir = temporary({});
  writeDataPack(dir, { data, edition, assessment, figures: [], findings: all, claims: [] });
  const kept = ['facts.csv', 'city-year.csv', 'ranking.csv', 'findings.csv'].map(
    (file) => [file, readFileSync(path.join(dir, file), 'utf8')] as const,
  );
  // Facts about places only: the register is empty here, and limits are the same in every edition.
  const elsewhere = /^(?:register|standard|target|computed\.(?:panels|cities))\..*\n/gm;
  const tables = kept.map(([file, text]) => [file, text.replace(elsewhere, '')] as const);
  return new Map([
    ...tables,
    ...composed.map(({ manuscript }) => [`${manuscript.language}/report.html`, manuscript.html] as const),
  ]);
}

function write(dir: string, files: ReadonlyMap<string, string>): void {
  rmSync(dir, { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
}

test.each(EDITIONS)('the edition %s is what it was', (name) => {
  const [input, output, changed] = ['input', 'output', 'output-changed'].map((part) =>
    path.join('test/editions', name, part),
  ) as [string, string, string];
  const files = run(input, name);
  const differing = [...files].filter(([file, text]) => {
    const before = path.join(output, file);
    return !existsSync(before) || readFileSync(before, 'utf8') !== text;
  });
  rmSync(changed, { recursive: true, force: true });
  if (differing.length === 0) return;
  write(changed, files);
  const names = differing.map(([file]) => file).join(', ');
  expect.fail(
    `${names} changed. Compare ${output} with ${changed}; if the new one is right, put it in the old one's place.`,
  );
});
