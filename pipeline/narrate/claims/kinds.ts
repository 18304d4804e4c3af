import { CHANGE_KINDS } from './change-kinds.ts';
import type { Kind } from './claim.ts';
import { LEVEL_KINDS } from './level-kinds.ts';
import { PATH_KINDS } from './path-kinds.ts';
import { PLACE_KINDS } from './place-kinds.ts';
import { SHARE_KINDS } from './share-kinds.ts';
import { TARGET_KINDS } from './target-kinds.ts';

/** All kinds of claims: `{{#claim "fell" "id"}}fell{{/claim}}`. */
export const KINDS: Readonly<Record<string, Kind>> = {
  ...CHANGE_KINDS,
  ...LEVEL_KINDS,
  ...PLACE_KINDS,
  ...PATH_KINDS,
  ...SHARE_KINDS,
  ...TARGET_KINDS,
};
