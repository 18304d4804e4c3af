import { stringify } from 'csv-stringify/sync';
import type { Source } from '../types.ts';
import type { PolicyRecord } from './register-records.ts';

const COLUMNS = [
  ...['id', 'family', 'relation', 'title_en', 'title_zh', 'issuer_en', 'issuer_zh', 'level'],
  ...[
    'jurisdiction',
    'jurisdiction_en',
    'jurisdiction_zh',
    'issued',
    'effective',
    'ends',
    'document_number',
    'sectors',
  ],
  ...['status', 'superseded_by', 'summary_en', 'summary_zh', 'evidence', 'sources', 'addresses'],
];

/** Whether a source has a web address that may be printed. */
export const hasLink = ({ where, addressPrinted }: Source): boolean => addressPrinted && /^https?:\/\//.test(where);

/**
 * The register to the end of the year assessed, a record a row; `status` on its last day, sectors, sources and addresses joined
 * by `|`. Records with the evidence `partly-seen` are no facts: the report only lists them, with a mark.
 */
export function policiesCsv(records: readonly PolicyRecord[]): string {
  return stringify([
    COLUMNS,
    ...records.map(({ policy, family, relation, place, ends, status, supersededBy, sources }) => [
      ...[policy.id, family, relation, policy.title.en, policy.title.zh, policy.issuer.en, policy.issuer.zh],
      ...[policy.level, policy.jurisdiction, place.en, place.zh, policy.issued, policy.effective, ends],
      ...[policy.documentNumber, policy.sectors.join('|'), status, supersededBy, policy.summary.en, policy.summary.zh],
      ...[policy.evidence, policy.sources.join('|')],
      sources
        .filter(hasLink)
        .map(({ where }) => where)
        .join('|'),
    ]),
  ]);
}
