import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Language } from '../types.ts';
import { polished } from './polish.ts';
import { textWidth } from './text-width.ts';
import { theme } from './theme.ts';
import type { Tokens } from './tokens.ts';

export type ChartSpec = vega.Spec | TopLevelSpec;

type SvgOptions = Readonly<{ id: string; language: Language; alt: string; tokens: Tokens }>;

// Vega asks a canvas for widths and would get the wrong face for half of the characters; these are the printed widths.
const { textMetrics } = vega as unknown as { textMetrics: { width: (item: MeasuredItem, text: unknown) => number } };
textMetrics.width = (item, text) =>
  textWidth(String(text ?? ''), { family: item.font ?? '', size: item.fontSize ?? 11, weight: item.fontWeight ?? 400 });

type MeasuredItem = { font?: string; fontSize?: number; fontWeight?: number | string };

/**
 * One chart as SVG text, in px at 96 dpi. The root is one image with the alternative text; ids begin with the figure's id
 * and the language; the same spec gives the same bytes. The spec is copied first, because Vega writes into the rows it is
 * given. Errors: those of Vega for a wrong spec; its warnings too, since a warning here is a chart drawn wrongly.
 */
export async function toSvg(spec: ChartSpec, { id, language, alt, tokens }: SvgOptions): Promise<string> {
  const own = structuredClone(spec);
  const config = theme(language, tokens);
  const lite = (own.$schema ?? '').includes('vega-lite');
  const complaints: string[] = [];
  const complain = (...words: readonly unknown[]): vega.LoggerInterface => {
    complaints.push(words.map(String).join(' '));
    return logger;
  };
  const logger: vega.LoggerInterface = { ...vega.logger(vega.Warn), warn: complain, error: complain };
  const full = lite
    ? compile(own as TopLevelSpec, { config: config as never, logger: logger as never }).spec
    : (own as vega.Spec);
  const parsed = vega.parse(full, lite ? {} : config, { ast: false } as never);
  const view = new vega.View(parsed, { renderer: 'none', logger });
  try {
    const svg = await view.toSVG();
    if (complaints.length > 0) throw new Error(`figure ${id}: ${complaints.join('; ')}`);
    return polished(svg, { prefix: `${id}-${language}`, alt });
  } finally {
    view.finalize();
  }
}
