import { printable } from '../../assess/published.ts';
import type { TableBuilder } from '../table.ts';

const GRADES = ['excellent', 'good', 'qualified'] as const;

/** The grades of the provinces in the final assessment of the Action Plan; null before it is out. */
export const grades: TableBuilder = ({ data, edition, language, names, strings }) => {
  const graded = data.published.filter(
    (row) => row.statistic === 'action-plan-grade' && printable(row) && Number(row.period.slice(-4)) <= edition.year,
  );
  if (graded.length === 0) return null;
  return {
    columns: [{ key: 'grade' }, { key: 'provinces-count', numeric: true }, { key: 'provinces' }],
    rows: GRADES.map((grade) => ({
      head: { text: strings.get(`grade.${grade}`) },
      cells: [
        { fact: `published.PROVINCES-31.all.graded-${grade}.2013..2017` },
        {
          text: graded
            .filter(({ text }) => text === grade)
            .map(({ scope }) => names.get(scope)?.[language] ?? scope)
            .join(language === 'zh' ? '、' : ', '),
        },
      ],
    })),
    sources: [...new Set(graded.flatMap(({ sources }) => sources))],
  };
};
