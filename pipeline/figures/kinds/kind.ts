import * as z from 'zod';
import type { Bilingual, Fact, FigureRow, Language } from '../../types.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, type HOLLOW, noteOn, rowsOf } from '../parts/credits.ts';
import { joined } from '../parts/words.ts';
import type { ChartSpec } from '../to-svg.ts';
import { withYears } from './years-in-text.ts';

/** A text of a figure in both languages: a small template, as strings are. */
export const Text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** What every figure of an edition's own says, whatever its kind. */
export const Frame = z.strictObject({
  kind: z.string(),
  /** States the finding; holds `{{fact …}}`, `{{change …}}` and the like, filled where the figure is set. */
  title: Text,
  note: Text.optional(),
  /** Left out without an error where its facts are not there; templates ask with {{#drawn}}. */
  optional: z.boolean().default(false),
});
export type Frame = z.infer<typeof Frame>;

/** A drawing that could be made; `used` are the facts in it, `notes` sentences of the kind itself. */
type KindDrawing = Readonly<{
  alt: Bilingual;
  used: readonly Fact[];
  /** What is plotted, where that is more than the facts. */
  rows?: readonly FigureRow[];
  /** Sources that are not those of the facts: records of the register, borders. */
  sources?: readonly string[];
  notes?: readonly Bilingual[];
  hollow?: keyof typeof HOLLOW;
  spec: (language: Language) => ChartSpec;
}>;

/** Why there is nothing to draw: the facts that would have been needed, or what else is missing, in words. */
type Impossible = Readonly<{ missing: readonly string[] }>;

const isImpossible = (made: KindDrawing | Impossible): made is Impossible => 'missing' in made;

/** A way to draw facts, with its parameters: their form, and how a drawing is made of them. */
export type Kind<S extends z.ZodObject> = Readonly<{
  name: string;
  /** The parameters as an editor writes them in templates/<edition>/figures/<id>.json, beside those of {@link Frame}. */
  schema: S;
  draw: (params: z.infer<S>, ctx: PlateContext) => KindDrawing | Impossible;
}>;

/** A kind as the table holds it, whatever its parameters. */
export type AnyKind = Readonly<{
  name: string;
  /** Names of its parameters. */
  fields: readonly string[];
  /** The plate of one figure; its parameters are judged first. */
  plate: (id: string, frame: Frame, params: unknown) => Plate | z.ZodError;
}>;

const NAMED = 6;

/** Binds a kind's parameters to its drawing, so that kinds of all parameters stand in one table. */
export function kindOf<S extends z.ZodObject>({ name, schema, draw }: Kind<S>): AnyKind {
  return {
    name,
    fields: Object.keys(schema.shape),
    plate: (id, frame, raw) => {
      const read = schema.safeParse(raw);
      if (!read.success) return read.error;
      return plateOf(id, frame, (ctx) => draw(withYears(read.data, ctx.edition), ctx));
    },
  };
}

function plateOf(id: string, frame: Frame, make: (ctx: PlateContext) => KindDrawing | Impossible): Plate {
  return {
    id,
    needs: (ctx) => {
      const made = make(ctx);
      if (!isImpossible(made)) return null;
      const named = made.missing.slice(0, NAMED).join(', ');
      const more = made.missing.length - NAMED;
      return `${named}${more > 0 ? ` and ${more} more` : ''}`;
    },
    draw: (ctx) => {
      const made = make(ctx);
      if (isImpossible(made)) throw new Error(`${id} cannot be drawn: ask needs first`);
      const credit = credits(made.used);
      const own = noteOn(made.used, made.notes ?? [], made.hollow);
      return {
        title: frame.title,
        alt: made.alt,
        rows: made.rows ?? rowsOf(ctx, made.used),
        facts: credit.facts,
        sources: [...new Set([...credit.sources, ...(made.sources ?? [])])],
        note: frame.note ? joined([frame.note, own]) : own,
        spec: made.spec,
      };
    },
  };
}
