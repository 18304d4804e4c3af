import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { printedNumber } from '../../pipeline/facts/format.ts';
import { drawFigure, type PlateContext } from '../../pipeline/figures/figure.ts';
import { airPlates } from '../../pipeline/figures/plates/index.ts';
import { type Figure, LANGUAGES } from '../../pipeline/types.ts';
import { annual, shipped } from '../shipped.ts';
import { geo, tokens } from './samples/context.ts';

const YEARS = [2014, 2015, 2016, 2017, 2018, 2019];
/** Years drawn in both languages; the others in Chinese, whose words are the wider ones. */
const BOTH: readonly number[] = [2014, 2018, 2019];
/** Plates of which the data of a year hold nothing to draw. */
const MISSING: Readonly<Record<number, readonly string[]>> = {
  2014: ['map-pm25-change', 'improvers', 'province-ranges'],
  2015: ['map-pm25-change', 'improvers'],
  // On the new state there is one year only, so nothing that compares years; and days by class have plates of their own.
  2019: [
    ...['capitals-heat', 'day-classes', 'good-days', 'improvers', 'map-pm25-change', 'ozone-capitals'],
    ...['ozone-pm25-index', 'ozone-series', 'region-dumbbell', 'who-ladder'],
  ],
};

/** 170 mm, the widest a plate may stand on the page, and 250 mm, the height of the type area. */
const [WIDEST, HIGHEST] = [642, 945];
const HEAVIEST = { map: 320_000, other: 150_000 };

function contextOf(year: number): PlateContext {
  const { data } = shipped();
  const edition = { ...annual(year), languages: BOTH.includes(year) ? LANGUAGES : (['zh'] as const) };
  const assessment = assess(data, edition);
  const facts = new Facts(assessment.facts);
  return { data, edition, assessment, facts, tokens, geo, format: (fact) => printedNumber(fact) };
}

const drawn = new Map<number, readonly Figure[]>();
const contexts = new Map<number, PlateContext>();

beforeAll(async () => {
  for (const year of YEARS) {
    const ctx = contextOf(year);
    const ready = airPlates.filter((plate) => plate.needs(ctx) === null);
    const figures: Figure[] = [];
    for (const plate of ready) figures.push(await drawFigure(plate, ctx));
    contexts.set(year, ctx);
    drawn.set(year, figures);
  }
}, 240_000);

const figuresOf = (year: number): readonly Figure[] => drawn.get(year) ?? [];

function contextIn(year: number): PlateContext {
  const ctx = contexts.get(year);
  if (!ctx) throw new Error(`no context for ${year}`);
  return ctx;
}

function figureOf(year: number, id: string): Figure {
  const figure = figuresOf(year).find((one) => one.id === id);
  if (!figure) throw new Error(`${id} is not drawn for ${year}`);
  return figure;
}

/** What a reader sees or hears of a figure in one language. */
function visible({ title, alt, note, svg }: Figure, language: 'en' | 'zh'): string {
  const texts = [...(svg[language] ?? '').matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, ''),
  );
  return [title[language], alt[language], note[language], ...texts].join('\n');
}

const valueIn = (figure: Figure, fact: string): unknown => figure.rows.find((row) => row.fact === fact)?.value;

describe.each(YEARS)('the air-quality plates of %i', (year) => {
  it('draws every plate, or says in words what is missing', () => {
    const reasons = airPlates.flatMap((plate) => {
      const reason = plate.needs(contextIn(year));
      return reason === null ? [] : [{ id: plate.id, reason }];
    });
    expect(reasons.map(({ id }) => id).sort()).toEqual([...(MISSING[year] ?? [])].sort());
    for (const { reason } of reasons) expect(reason.split(' ').length).toBeGreaterThan(3);
  });

  it('gives each a title, an alternative text, rows, facts and sources in both languages', () => {
    for (const figure of figuresOf(year)) {
      expect(figure.rows.length, figure.id).toBeGreaterThan(0);
      expect(figure.sources.length, figure.id).toBeGreaterThan(0);
      for (const language of LANGUAGES) {
        expect(figure.title[language].length, figure.id).toBeGreaterThan(8);
        expect(figure.alt[language].length, figure.id).toBeGreaterThan(20);
      }
      for (const svg of Object.values(figure.svg)) expect(svg, figure.id).toContain('<svg');
    }
  });

  it('plots facts: each row carries the value of the fact it names', () => {
    const { facts } = contextIn(year);
    for (const { id, rows, facts: shown } of figuresOf(year)) {
      for (const row of rows) {
        expect(facts.get(String(row.fact)).value, `${id}: ${row.fact}`).toBe(row.value);
        expect(shown, id).toContain(row.fact);
      }
    }
  });

  it('names known facts and known sources only', () => {
    const { facts, data } = contextIn(year);
    const sources = new Set(data.sources.map(({ id }) => id));
    for (const figure of figuresOf(year)) {
      expect(figure.facts.filter((id) => !facts.has(id))).toEqual([]);
      expect(figure.sources.filter((id) => !sources.has(id))).toEqual([]);
    }
  });

  it('shows no ids of facts or scopes, and nothing undefined', () => {
    for (const figure of figuresOf(year)) {
      for (const language of LANGUAGES) {
        const text = visible(figure, language);
        expect(text, figure.id).not.toMatch(/undefined|NaN|null|\[object/);
        expect(text, figure.id).not.toMatch(/computed\.|published\.|standard\.|annual-mean|p90-|-share\b/);
        expect(text, figure.id).not.toMatch(/\b(?:CN-\d+|KEY\d+|BTH13|TWO26|YRD\d\d|PRD9|FENWEI11|CAP31|pm25|pm10)\b/);
        expect(text, figure.id).not.toMatch(/\b\d{6}\b/);
      }
    }
  });

  it('has no English words in Chinese, and no Chinese in English', () => {
    for (const figure of figuresOf(year)) {
      const chinese = visible(figure, 'zh').replace(/PM2\.5|PM10|SO2|NO2|\bCO\b|O3/g, '');
      expect(chinese, figure.id).not.toMatch(/[A-Za-z]{2,}/);
      expect(visible(figure, 'en'), figure.id).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('fits the page and stays light', () => {
    for (const figure of figuresOf(year)) {
      for (const svg of Object.values(figure.svg)) {
        const [width, height] = ['width', 'height'].map((name) =>
          Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1]),
        );
        expect(width, figure.id).toBeLessThanOrEqual(WIDEST);
        expect(height, figure.id).toBeLessThanOrEqual(HIGHEST);
        expect(svg.length, figure.id).toBeLessThan(figure.id.startsWith('map-') ? HEAVIEST.map : HEAVIEST.other);
      }
    }
  });

  it('sets nothing smaller than 7 pt but the figures of formulas', () => {
    for (const figure of figuresOf(year)) {
      for (const svg of Object.values(figure.svg)) {
        const sizes = [...svg.matchAll(/<text[^>]* font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
        expect(Math.min(...sizes), figure.id).toBeGreaterThanOrEqual(9.33);
      }
    }
  });
});

describe('what the plates of 2018 say', () => {
  it('sets published figures side by side with the change that was published for them', () => {
    // Ministry, January 2019: 338 cities, PM2.5 39 µg/m³, down 9.3 % on the year before (jwview).
    const figure = figureOf(2018, 'nation-dumbbell');
    expect(valueIn(figure, 'published.CN-338.pm25.annual-mean.2018')).toBe(39);
    expect(valueIn(figure, 'published.CN-338.pm25.annual-mean.2017')).toBe(43);
    expect(figure.title.en).toContain('PM2.5 fell by 9.3%');
    expect(figure.title.en).toContain('ozone rose');
    expect(figure.title.zh).toContain('PM2.5下降9.3%');
  });

  it('counts 121 of 338 cities that attain, each cohort in a group of its own', () => {
    const { title, alt } = figureOf(2018, 'attaining');
    expect(title.en).toBe('121 of the 338 cities met all six limits in 2018, against 73 in 2015');
    expect(alt.zh).toContain('161个城市');
  });

  it('never joins the lines of two cohorts', () => {
    const rows = figureOf(2018, 'nation-series').rows.filter(
      (row) => row.subject === 'pm25' && row.name_en === '338 cities',
    );
    expect(rows.map((row) => row.period)).toEqual(['2015', '2016', '2017', '2018']);
  });

  it('gives the days of each year a hundred per cent', () => {
    const rows = figureOf(2018, 'day-classes').rows.filter(
      (row) => row.name_en === '338 cities' && row.period === '2018',
    );
    const parts = rows.filter(
      (row) => row.statistic !== 'heavy-only-day-share' && row.statistic !== 'severe-day-share',
    );
    expect(parts.reduce((sum, row) => sum + Number(row.value), 0)).toBeCloseTo(100, 6);
  });

  it('stands every city on one rung of the ladder', () => {
    const rows = figureOf(2018, 'who-ladder').rows.filter((row) => row.period === '2018');
    const { n } = contextIn(2018).facts.get('computed.CN-338.pm25.median-city.2018');
    expect(rows.reduce((sum, row) => sum + Number(row.value), 0)).toBe(n);
  });

  it('says where the state of the air or the archives differ between years', () => {
    for (const id of ['map-pm25', 'distribution-pm25', 'improvers', 'region-panels']) {
      expect(figureOf(2018, id).note.en, id).toContain('1 September 2018');
      expect(figureOf(2018, id).note.zh, id).toContain('2018年9月1日');
    }
    expect(figureOf(2018, 'improvers').note.en).toContain('daily city means (2015)');
    expect(figureOf(2016, 'improvers').note.en).not.toContain('rest mainly');
  });

  it('lists the cleanest city of the ranking first and the most polluted at the head of the other side', () => {
    const values = figureOf(2018, 'best-worst').rows.map((row) => Math.round(Number(row.value)));
    const { facts } = contextIn(2018);
    expect(values[0]).toBe(Math.round(facts.get('computed.CN-338.pm25.lowest-city.2018').value ?? 0));
    expect(values[15]).toBe(Math.round(facts.get('computed.CN-338.pm25.highest-city.2018').value ?? 0));
    expect(values).toHaveLength(30);
  });

  it('puts cities whose values print alike in the order of their codes, as text and tables do', () => {
    const places = figureOf(2018, 'best-worst').rows.map(({ fact, value }) => ({
      code: String(fact).split('.')[1] ?? '',
      printed: Math.round(Number(value)),
    }));
    const [cleanest, worst] = [places.slice(0, 15), places.slice(15)];
    const inOrder = (side: typeof places, sign: number) =>
      [...side].sort((a, b) => sign * (a.printed - b.printed) || (a.code < b.code ? -1 : 1));
    expect(cleanest).toEqual(inOrder(cleanest, 1));
    expect(worst).toEqual(inOrder(worst, -1));
    expect(new Set(worst.map(({ printed }) => printed)).size).toBeLessThan(15);
  });

  it('names together the cities that share the highest value as printed', () => {
    // 2019: Lanzhou 50.35, Taiyuan 49.83, Tangshan 49.36 µg/m³; 2018: Lanzhou 55.11, Tangshan 54.22 (data/air/city-year.csv).
    const title = (year: number) => figureOf(year, 'map-no2').title;
    expect(title(2019).zh).toContain('太原、兰州（均为50微克/立方米）最高');
    expect(title(2019).en).toContain('highest in Taiyuan and Lanzhou (50\u00a0µg/m³ each)');
    expect(title(2018).en).toContain('highest in Lanzhou (55\u00a0µg/m³)');
  });

  it('says of which year its last ozone values are', () => {
    expect(figureOf(2018, 'ozone-capitals').title.en).toContain('2014 to 2016, the last year with daily data');
    expect(figureOf(2016, 'ozone-capitals').title.en).not.toContain('at hand');
  });

  it('falls back to the 74 cities where the national cohort has no year before', () => {
    expect(figureOf(2015, 'nation-dumbbell').title.en).toContain('74 cities, 2015 against 2014');
    expect(figureOf(2014, 'good-days').title.zh).toContain('74个城市');
  });
});
