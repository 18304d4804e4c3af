import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from 'canvas';

type Font = Readonly<{ family: string; size: number; weight?: number | string }>;

/**
 * The faces of the reports as far as charts need them measured: the Latin slices, each under a name of its own, because a
 * canvas takes one slice of a family for the whole family. Han and full-width characters are one em wide in Noto Sans SC.
 */
const FACES = [
  { family: 'Source Sans 3', folder: 'source-sans-3', slice: /-(latin)-(400|600)-normal\.woff2$/ },
  { family: 'Noto Sans SC', folder: 'noto-sans-sc', slice: /-(latin)-(400|600)-normal\.woff2$/ },
] as const;

const FULL_WIDTH = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6]/u;

let context: ReturnType<ReturnType<typeof createCanvas>['getContext']> | undefined;
const widths = new Map<string, number>();

/** The width in px of one line of text as it will be printed, first family of the list for what is not Han. */
export function textWidth(text: string, { family, size, weight = 400 }: Font): number {
  const bold = weight === 'bold' || Number(weight) >= 600 ? 600 : 400;
  const face = family.trimStart().replace(/^["']/, '').startsWith('Noto') ? 'Noto Sans SC' : 'Source Sans 3';
  const key = `${face}|${bold}|${text}`;
  let ems = widths.get(key);
  if (ems === undefined) {
    ems = measured(text, face, bold);
    widths.set(key, ems);
  }
  return ems * size;
}

function measured(text: string, face: string, weight: number): number {
  let ems = 0;
  for (const run of text.match(new RegExp(`${FULL_WIDTH.source}+|[^${FULL_WIDTH.source.slice(1)}+`, 'gu')) ?? []) {
    if (FULL_WIDTH.test(run)) ems += [...run].length;
    else {
      context ??= ready();
      context.font = `${weight} 100px "Chart ${face}"`;
      ems += context.measureText(run).width / 100;
    }
  }
  return ems;
}

function ready(): NonNullable<typeof context> {
  const require = createRequire(import.meta.url);
  for (const { family, folder, slice } of FACES) {
    const files = join(require.resolve(`@fontsource/${folder}/package.json`), '..', 'files');
    for (const file of readdirSync(files)
      .filter((name) => slice.test(name))
      .sort()) {
      GlobalFonts.registerFromPath(join(files, file), `Chart ${family}`);
    }
  }
  return createCanvas(8, 8).getContext('2d');
}
