import type { Finding } from './types.ts';

export const isError = ({ severity }: Finding): boolean => severity === 'error';

export const errorsIn = (findings: readonly Finding[]): Finding[] => findings.filter(isError);

/** Each finding once, in the order in which they first come: a table may be asked for twice, a text stand in several chapters. */
export const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];
