import { describe, expect, test } from 'vitest';
import { plates } from '../../pipeline/figures/plates/index.ts';
import { editionFolders, readEdition } from '../../pipeline/ingest/edition.ts';
import { checkTemplates } from '../../pipeline/narrate/checks/index.ts';
import { parityFindings } from '../../pipeline/narrate/parity/parity.ts';
import type { Finding } from '../../pipeline/types.ts';
import { shipped } from '../shipped.ts';
import { textOf } from './files.ts';

const PLATES = plates.map(({ id }) => id);
const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, file, row, message }) => `${rule} ${file}:${row} ${message}`);

/** Editions without a year of their own are checked as that of 2018: it only decides which cohort stands for the nation. */
function edition(folder: string) {
  const { year } = JSON.parse(textOf(`templates/${folder}/edition.json`)) as { year?: number };
  return readEdition('templates', folder, year === undefined ? 2018 : null, shipped().data.scopes);
}

describe.each(editionFolders('templates'))('the templates of %s', (folder) => {
  test('are without a fault that can be seen before they are filled', () => {
    expect(told(checkTemplates('templates', edition(folder), PLATES))).toEqual([]);
  });

  test('have the same sections, figures, tables and numbers in both languages, and as much to say', () => {
    expect(told(parityFindings('templates', edition(folder)))).toEqual([]);
  });
});
