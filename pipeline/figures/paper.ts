/** A CSS px is 1/96 inch: charts are laid out in px, printed in mm, and their type is set in pt. */
export const mm = (millimetres: number): number => Math.round((millimetres * 96) / 25.4);
/** px in one point. */
export const PT = 96 / 72;
