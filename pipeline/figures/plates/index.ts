import type { Plate } from '../figure.ts';
import { cover } from './cover.ts';

/** All plates, in the order of the chapters. */
export const plates: readonly Plate[] = [
  cover,];
