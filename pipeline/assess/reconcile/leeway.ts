/** What counts as close, beside one unit of the last published digit: this part of the published figure, in %. */
export const CLOSE_PERCENT = 3;
/** Published changes are computed from rounded levels in some releases and from unrounded ones in others, pp. */
export const CLOSE_POINTS = 1.5;
/** How much is put down to an archive being third-party, and no more. */
export const ARCHIVE_SHARE = 0.05;
