import { silent } from '../../pipeline/log.ts';

/** How a small document is printed for a test: nothing of its own, no draft mark, always the same date. */
export const SMALL = {
  ...{ title: 'Small', subject: '', author: '', keywords: [], date: new Date(0), draft: false, assets: null },
  log: silent,
};
