import { $ } from 'zx';
import { approveChapter } from '../pipeline/approve.ts';
import { ChinaAirError } from '../pipeline/errors.ts';
import { readable } from '../pipeline/narrate/approvals/paragraph.ts';
import { command, stopOnErrors } from './command.ts';
import { ownWords } from './own-words.ts';

const PURPOSE = `Records that an editor has read a chapter and approves it with the numbers of its year:

  npm run approve -- <chapter> --year 2018 [--lang en] [--paragraph 12] [--by NAME] [--date YYYY-MM-DD]
  npm run approve -- <chapter> --year 2018 --list

  --by NAME          who approves (default: the name git knows)
  --date YYYY-MM-DD  when (default: today)
  --paragraph N      that paragraph only
  --list             the paragraphs with their numbers; nothing is approved`;

const TEXT = { type: 'string' } as const;
const OWN = { by: TEXT, date: TEXT, paragraph: TEXT, list: { type: 'boolean' } } as const;
const { values, name: chapter = '', rest } = ownWords(process.argv.slice(2), OWN, true);

async function nameOfEditor(): Promise<string> {
  const name = values.by ?? (await $({ nothrow: true, quiet: true })`git config user.name`).stdout.trim();
  if (name !== '') return name;
  throw new ChinaAirError({
    code: 'usage',
    exit: 2,
    message: 'Who approves?',
    remedy: 'Add --by "your name", or set user.name in git.',
  });
}

/** Today where the editor is, as 2026-11-23. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const refuse = (message: string, remedy: string): never => {
  throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy });
};

await command(
  'approve',
  PURPOSE,
  async (run) => {
    const { paragraph, date = today(), list } = values;
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) refuse(`--date ${date} is not a day.`, 'Write it as 2026-11-23.');
    if (paragraph !== undefined && !/^[1-9]\d*$/.test(paragraph))
      refuse(`--paragraph ${paragraph} is not a number.`, 'Add --list to see the paragraphs with their numbers.');
    const only = paragraph === undefined ? null : Number(paragraph);
    const done = await approveChapter(run, { chapter, by: await nameOfEditor(), date, only, list: list !== undefined });
    stopOnErrors(done.errors, `The chapter ${done.chapter} has faults, and is not approved`);
    for (const { language, paragraphs, step } of done.languages) {
      if (list !== undefined) {
        for (const { number, line, ...said } of paragraphs)
          console.log(
            `${language} ${String(number).padStart(3)}  line ${String(line).padEnd(4)} ${readable(said).slice(0, 80)}`,
          );
        continue;
      }
      console.error(
        `${done.chapter}/${language}.hbs, ${done.year}: ${Object.keys(step.approvals).length} paragraphs approved, ${step.fresh.length} for the first time, ${step.changed.length} that had changed`,
      );
      for (const { paragraph: at, changes } of step.changed)
        for (const { id, was, now } of changes) console.error(`  line ${at.line}  ${id} “${was}” → “${now}”`);
    }
    if (list === undefined) console.error(`\nDone: ${done.file}`);
  },
  rest,
);
