import { describe, expect, test } from 'vitest';
import { textOf } from '../../house/files.ts';
import { CLAIM_FAULTS } from './claims.ts';
import { EDITORS_FAULTS } from './editors.ts';
import { type Fault, findingsOf, told } from './frame.ts';
import { LANGUAGE_FAULTS } from './language.ts';
import { TEXT_FAULTS } from './text.ts';

/** Every deliberate fault; those of claims, approvals and parity are added by their own files. */
const FAULTS: readonly Fault[] = [...LANGUAGE_FAULTS, ...TEXT_FAULTS, ...EDITORS_FAULTS, ...CLAIM_FAULTS];
const brief = (
  findings: readonly { rule: string; file: string; row: number | null; message: string; severity: string }[],
) =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, file, row, message }) => `${rule} ${file}:${row} ${message}`);

test('there are at least thirty', () => expect(FAULTS.length).toBeGreaterThanOrEqual(30));

test('an edition without a fault has no finding', async () => {
  expect(await findingsOf([{ what: '', rule: '', message: /./, remedy: /./ }])).toEqual([]);
});

describe('the build tells with file, line and remedy when', () => {
  test.each(FAULTS.map((fault) => [fault.what, fault] as const))('%s', async (_, fault) => {
    const findings = await findingsOf([fault]);
    // On failure the message shows what was told instead.
    expect(told(fault, findings) ?? brief(findings)).toMatchObject({ severity: 'error', rule: fault.rule });
  });
});

test('all of them in one edition are told in one run', async () => {
  const findings = await findingsOf(FAULTS);
  const missed = FAULTS.filter((fault, i) => told(fault, findings, i + 1) === undefined).map(({ what }) => what);
  expect(missed).toEqual([]);
});

test('the page on templates names the rule of each', () => {
  const page = textOf('templates/README.md');
  expect(FAULTS.map(({ rule }) => rule).filter((rule) => !new RegExp(`\\b${rule}\\b`).test(page))).toEqual([]);
});
