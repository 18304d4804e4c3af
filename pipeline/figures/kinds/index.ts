import { type AnyKind, kindOf } from './kind.ts';
import { slope } from './slope.ts';

/** All kinds of figure that an edition can make of its own, by name; templates/FIGURES.md shows their parameters. */
export const kinds: readonly AnyKind[] = [kindOf(slope)];
