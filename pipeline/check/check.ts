import type { Data, Edition, Finding } from '../types.ts';
import { rules } from './rules/index.ts';

/** Runs every rule over the data; all findings of all rules, in the order of the rules. */
export function check(data: Data, edition: Edition): Finding[] {
  return rules.flatMap((rule) => rule(data, edition));
}
