import type { Language } from '../../pipeline/types.ts';

/** Numbers that look like air and are the same in every run. */
export const level = (i: number, seed = 7): number => 18 + ((i * 37 + seed * 13) % 53) + ((i * seed) % 10) / 10;

const font = (language: Language): string => (language === 'zh' ? 'Noto Sans SC' : 'Source Sans 3');

const svg = (width: number, height: number, alt: string, language: Language, body: string): string =>
  `<svg role="img" aria-label="${alt}" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
  `viewBox="0 0 ${width} ${height}" font-family="${font(language)}" font-size="10">${body}</svg>`;

/** Bars with names at the left. */
export function bars(names: readonly string[], width: number, alt: string, language: Language): string {
  const step = 17;
  const body = names.map((name, i) => {
    const value = level(i);
    const length = (value / 75) * (width - 130);
    return (
      `<text x="86" y="${i * step + 12}" text-anchor="end">${name}</text>` +
      `<rect x="92" y="${i * step + 3}" width="${length.toFixed(1)}" height="11" fill="#1d3a56"/>` +
      `<text x="${(97 + length).toFixed(1)}" y="${i * step + 12}">${value.toFixed(0)}</text>`
    );
  });
  return svg(width, names.length * step + 6, alt, language, body.join(''));
}

/** Six lines over the years, named at their ends. */
export function lines(width: number, alt: string, language: Language): string {
  const colours = ['#1d3a56', '#a03a22', '#8d62b0', '#7d8a8c', '#c8963a', '#62bcb7'];
  const names = ['PM2.5', 'NO2', 'SO2', 'CO', 'PM10', 'O3'];
  const years = [2013, 2014, 2015, 2016, 2017, 2018];
  const x = (i: number): number => 30 + (i * (width - 90)) / 5;
  const y = (line: number, i: number): number => 190 - line * 22 - ((line === 5 ? i : 5 - i) * 70) / (line + 5);
  const marks = colours.map((colour, line) => {
    const points = years.map((_, i) => `${x(i).toFixed(1)},${y(line, i).toFixed(1)}`).join(' ');
    const end = `<text x="${x(5) + 8}" y="${(y(line, 5) + 3).toFixed(1)}" fill="${colour}" font-weight="600">${names[line]}</text>`;
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.75"/>${end}`;
  });
  const axis = years.map((year, i) => `<text x="${x(i)}" y="218" text-anchor="middle" fill="#565b5f">${year}</text>`);
  const rule = `<line x1="30" x2="${width - 60}" y1="204" y2="204" stroke="#b9bcb8" stroke-width=".75"/>`;
  return svg(width, 226, alt, language, rule + marks.join('') + axis.join(''));
}

/** The cover's plate: one line for each of 338 cities, as tall as its air is laden, drawn as a ridge in haze. */
export function ridge(alt: string, language: Language): string {
  const width = 794;
  const height = 420;
  const ridgeAt = (t: number): number =>
    0.46 + 0.2 * Math.sin(t * 5.1 + 0.6) + 0.12 * Math.sin(t * 12.7 + 2) + 0.06 * Math.sin(t * 31 + 1);
  const marks = Array.from({ length: 338 }, (_, i) => {
    const t = i / 337;
    const tall = height * Math.max(0.08, ridgeAt(t) + Math.sin(i * 2.7) * Math.sin(i * 0.9) * 0.035);
    const x = (i + 0.5) * (width / 338);
    return `<line x1="${x.toFixed(2)}" x2="${x.toFixed(2)}" y1="${height}" y2="${(height - tall).toFixed(1)}"/>`;
  });
  const body = `<g stroke="#1d3a56" stroke-width="1.15">${marks.join('')}</g>`;
  return svg(width, height, alt, language, body);
}
