/** A measured number beside what it may be at most. */
export type Goal = Readonly<{ what: string; value: number; target: number; unit: '' | '%' | 'MB'; decimals: number }>;

/** How far a number may lie above its target without counting as missed: machines are noisy. */
const NOISE = 0.1;

export type Verdict = 'met' | 'at the edge' | 'not met';

export function verdictOf({ value, target }: Goal): Verdict {
  if (value <= target) return 'met';
  return value <= target * (1 + NOISE) ? 'at the edge' : 'not met';
}

/** @returns lines of a table, one a goal; without verdicts when the runs were too short to judge by */
export function goalLines(goals: readonly Goal[], judged: boolean): string[] {
  const rows = goals.map((goal) => {
    const number = (value: number) => `${value.toFixed(goal.decimals)}${goal.unit && ` ${goal.unit}`}`;
    return [goal.what, number(goal.value), `≤ ${number(goal.target)}`, judged ? verdictOf(goal) : '–'];
  });
  return columns([['goal', 'measured', 'target', ''], ...rows]);
}

/** Text in columns, numbers to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, i) =>
        /^(≤ )?[\d.]+( MB| %)?$/.test(cell) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
