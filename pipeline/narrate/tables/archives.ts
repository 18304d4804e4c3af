import type { TableBuilder } from '../table.ts';

/** The archives the computed figures come from: for which years, what they give, and what they lack. */
export const archives: TableBuilder = ({ data, edition, strings }) => {
  const used = data.cityYears.filter(
    ({ year, value, method }) => year <= edition.year && value !== null && method !== 'published',
  );
  const methods = [...new Set(used.map(({ method }) => method))];
  if (methods.length === 0) return null;
  const years = (method: string) => {
    const all = used.filter((row) => row.method === method).map(({ year }) => year);
    const [first, last] = [Math.min(...all), Math.max(...all)];
    return first === last ? String(first) : [first, last].join(strings.get('list.span'));
  };
  return {
    columns: [{ key: 'archive' }, { key: 'years' }, { key: 'gives' }, { key: 'lacks' }],
    rows: methods.map((method) => ({
      head: { text: strings.get(`method.${method}`) },
      cells: [
        { text: years(method) },
        { text: strings.get(`archive-gives.${method}`) },
        { text: strings.get(`archive-lacks.${method}`) },
      ],
    })),
    sources: [...new Set(used.map(({ source }) => source))],
    className: 'records',
  };
};
