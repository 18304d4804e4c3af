import { SIZES } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import { ink, type Json, px } from './lite.ts';

/** Words at their places in px, each on a halo of paper unless it stands on a colour; `align` and `weight` by row. */
export function textLayers(rows: readonly Json[], tokens: Tokens, halo = true): Json[] {
  const values = rows.map((row) => ({ align: 'left', weight: 400, ...row }));
  const by = (name: string): Json => ({ expr: `datum.${name}` });
  const mark = {
    type: 'text',
    baseline: 'middle',
    fontSize: SIZES.label,
    align: by('align'),
    fontWeight: by('weight'),
  };
  const place = { x: px('x'), y: px('y'), text: { field: 'text' } };
  const paper = colour(tokens, 'paper');
  return [
    ...(halo
      ? [
          {
            data: { values },
            mark: { ...mark, color: paper, stroke: paper, strokeWidth: 2.5, strokeJoin: 'round' },
            encoding: place,
          },
        ]
      : []),
    { data: { values }, mark, encoding: { ...place, color: ink() } },
  ];
}
