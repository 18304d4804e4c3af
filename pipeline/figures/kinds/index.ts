import { bars } from './bars.ts';
import { cover } from './cover.ts';
import { dots } from './dots.ts';
import { flow } from './flow.ts';
import { type AnyKind, kindOf } from './kind.ts';
import { lines } from './lines.ts';
import { map } from './map.ts';
import { months } from './months.ts';
import { multiples } from './multiples.ts';
import { shares } from './shares.ts';
import { slope } from './slope.ts';
import { story } from './story.ts';
import { targets } from './targets.ts';

/** All kinds of figure that an edition can make of its own, by name; templates/FIGURES.md shows their parameters. */
export const kinds: readonly AnyKind[] = [
  kindOf(slope),
  kindOf(lines),
  kindOf(multiples),
  kindOf(months),
  kindOf(bars),
  kindOf(dots),
  kindOf(shares),
  kindOf(story),
  kindOf(flow),
  kindOf(targets),
  kindOf(map),
  kindOf(cover),
];
