import type { City, Data, Edition } from '../types.ts';

/** A set of cities over which means are taken: a cohort, a region, or a province. */
export type Panel = Readonly<{ id: string; codes: readonly string[] }>;

/** Whether the unit exists in the year (Laiwu until 2018). */
export const existsIn = (city: City, year: number): boolean =>
  (city.validFrom === null || city.validFrom <= year) && (city.validTo === null || year <= city.validTo);

/**
 * All panels with known members: cohorts and regions as data/cohorts.csv has them, then provinces.
 * A panel keeps its members in every year, so that one name always means one set of cities.
 */
export function panels({ scopes, cities, provinces }: Data): Panel[] {
  const named = scopes.filter(({ members }) => members.length > 0).map(({ id, members }) => ({ id, codes: members }));
  const provincial = provinces
    .map(({ code }) => ({
      id: code,
      codes: cities.filter((city) => city.province.code === code).map((city) => city.code),
    }))
    // A municipality is its own province: its code already stands for the city.
    .filter(({ id, codes }) => codes.length > 0 && !(codes.length === 1 && codes[0] === id));
  return [...named, ...provincial];
}

/** The panel of an id; a city is a panel of its own. */
export const panelOf = (id: string, panels: readonly Panel[]): Panel =>
  panels.find((panel) => panel.id === id) ?? { id, codes: [id] };

/** The panels whose months an edition asks for: `BTH13` a set as a whole, `BTH13/*` each of its cities. */
export const askedPanels = ({ months }: Pick<Edition, 'months'>, panels: readonly Panel[]): Panel[] =>
  months.flatMap((asked) => {
    const [id = asked, each] = asked.split('/');
    const panel = panelOf(id, panels);
    return each ? panel.codes.map((code) => panelOf(code, panels)) : [panel];
  });

/** The cities assessed in the edition's year. */
export function assessedCities(data: Data, edition: Edition): City[] {
  return data.cities.filter((city) => existsIn(city, edition.year));
}
