import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ChinaAirError } from '../errors.ts';
import type { Language } from '../types.ts';
import { unprintable } from './font-file.ts';

/** Folder of the font packages: the only place outside the document's own folder a page may read from. */
export const FONTS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../node_modules/@fontsource');

type Face = Readonly<{ name: string; family: string; styles: readonly string[] }>;
/** One file of a face, which holds some characters only. `ranges` are inclusive. */
type Slice = Readonly<{
  family: string;
  style: string;
  weight: string;
  file: string;
  ranges: readonly (readonly [number, number])[];
}>;

/** `styles` are the names of the packages' style sheets: a weight, or a weight and "italic". */
const FACES: Readonly<Record<Language, readonly Face[]>> = {
  en: [
    { name: 'source-serif-4', family: 'Source Serif 4', styles: ['400', '400-italic', '600', '700'] },
    { name: 'source-sans-3', family: 'Source Sans 3', styles: ['400', '400-italic', '600', '700'] },
    // For Chinese names and titles inside English text.
    { name: 'noto-serif-sc', family: 'Noto Serif SC', styles: ['400', '600'] },
    { name: 'noto-sans-sc', family: 'Noto Sans SC', styles: ['400', '600'] },
  ],
  zh: [
    { name: 'noto-serif-sc', family: 'Noto Serif SC', styles: ['400', '600', '700'] },
    { name: 'noto-sans-sc', family: 'Noto Sans SC', styles: ['400', '600', '700'] },
    // For large numerals: Noto's letters claim so much height that they reach into the page before.
    { name: 'source-serif-4', family: 'Source Serif 4', styles: ['400'] },
  ],
};

/** The families a printed page may be set in; anything else in the PDF is a stand-in for a missing glyph. */
export const families = (language: Language): string[] => FACES[language].map(({ family }) => family);

/** The family of running heads and folios. */
export const sansStack = (language: Language): string =>
  language === 'zh' ? "'Noto Sans SC', sans-serif" : "'Source Sans 3', 'Noto Sans SC', sans-serif";

const parseRange = (text: string): readonly [number, number] => {
  const [from = '', to = from] = text.trim().slice(2).split('-');
  return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)];
};

/** The slices named by a style sheet of a font package. */
export function slicesOf(css: string, folder: string): Slice[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, body = '']) => {
    const value = (name: string): string => new RegExp(`${name}:\\s*([^;]+);`).exec(body)?.[1]?.trim() ?? '';
    return {
      family: value('font-family').replaceAll(/['"]/g, ''),
      style: value('font-style'),
      weight: value('font-weight'),
      file: path.join(folder, /url\(([^)]+\.woff2)\)/.exec(body)?.[1] ?? ''),
      ranges: value('unicode-range').split(',').map(parseRange),
    };
  });
}

const holds = (slice: Slice, point: number): boolean => slice.ranges.some(([from, to]) => point >= from && point <= to);

/** Code points that put ink on paper: not spaces, controls, joiners or variation selectors. */
export const inkedPoints = (text: string): number[] =>
  [...new Set(text)].filter((c) => !/\s|\p{C}|\p{Z}|\p{Variation_Selector}/u.test(c)).map((c) => c.codePointAt(0) ?? 0);

function readFace({ name, styles }: Face): Slice[] {
  return styles.flatMap((style) => {
    const sheet = path.join(FONTS, name, `${style}.css`);
    if (!existsSync(sheet)) {
      const message = `the font ${name} ${style} is not installed (${sheet})`;
      throw new ChinaAirError({ code: 'no-font', exit: 3, message, remedy: 'Run "npm ci".' });
    }
    return slicesOf(readFileSync(sheet, 'utf8'), path.join(FONTS, name));
  });
}

const fontFace = ({ family, style, weight, ranges }: Omit<Slice, 'file'>, address: string): string => {
  const hex = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',');
  const source = `url("${address}") format("woff2")`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:${source};unicode-range:${hex}}`;
};

/**
 * The @font-face rules for the characters of `text`, as file URLs, and the characters that no face of the language holds.
 * Only slices that are needed are named: a Chinese face comes in a hundred of them.
 *
 * @throws ChinaAirError `no-font` when a package is missing, `unprintable-font` when a file is variable or CFF (exit 3).
 */
export function fontFaces(language: Language, text: string): Readonly<{ css: string; missing: string[] }> {
  const points = inkedPoints(text);
  const slices = FACES[language].flatMap(readFace);
  const needed = slices.filter((slice) => points.some((point) => holds(slice, point)));
  for (const { file } of needed) {
    const reason = unprintable(file);
    if (reason === null) continue;
    const remedy = 'Use the static TrueType faces of @fontsource (not @fontsource-variable).';
    throw new ChinaAirError({
      code: 'unprintable-font',
      exit: 3,
      message: `${file} cannot be printed: ${reason}`,
      remedy,
    });
  }
  const missing = points
    .filter((point) => !needed.some((slice) => holds(slice, point)))
    .map((p) => String.fromCodePoint(p));
  return { css: needed.map((slice) => fontFace(slice, pathToFileURL(slice.file).href)).join('\n'), missing };
}

/**
 * The @font-face rules of all faces of a language, for a page that loads slices as its characters need them; `addressOf` says
 * where a file stands, by its path inside FONTS. Errors: no-font (exit 3).
 */
export function allFontFaces(language: Language, addressOf: (file: string) => string): string {
  const slices = FACES[language].flatMap(readFace);
  return slices.map((slice) => fontFace(slice, addressOf(path.relative(FONTS, slice.file)))).join('\n');
}
