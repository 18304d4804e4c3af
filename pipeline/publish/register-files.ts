import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Facts } from '../facts/fact.ts';
import { readStrings } from '../narrate/strings.ts';
import type { Assessment, Data, Edition } from '../types.ts';
import { policiesCsv } from './policies-csv.ts';
import { policiesXlsx } from './policies-xlsx.ts';
import { policyRecords, targetRecords } from './register-records.ts';

/** Writes policies.csv and policies.xlsx into an edition's folder; `date` stands in the workbook. */
export async function writeRegister(
  dir: string,
  made: Readonly<{
    data: Data;
    edition: Edition;
    assessment: Assessment;
    facts: Facts;
    templatesDir: string;
    date: Date;
  }>,
): Promise<void> {
  const { data, edition, assessment, facts, templatesDir, date } = made;
  const policies = policyRecords(data, edition);
  const strings = {
    en: readStrings(templatesDir, 'en', edition.folder),
    zh: readStrings(templatesDir, 'zh', edition.folder),
  };
  const targets = targetRecords(data, assessment, edition);
  writeFileSync(path.join(dir, 'policies.csv'), policiesCsv(policies));
  writeFileSync(
    path.join(dir, 'policies.xlsx'),
    await policiesXlsx({ edition, policies, targets, facts, strings, date }),
  );
}
