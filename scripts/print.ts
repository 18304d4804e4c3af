import { printStage } from '../pipeline/report.ts';
import type { Assessed, Checked, Ingested, Narrated } from '../pipeline/stages.ts';
import type { Figure } from '../pipeline/types.ts';
import { command, stopOnErrors, tellDone } from './command.ts';
import { gitCommit } from './git.ts';

await command('print', 'Prints the manuscripts that narrate left, and writes the edition.', async (run) => {
  const { workspace } = run;
  const done = {
    ingested: workspace.read<Ingested>('ingest'),
    checked: workspace.read<Checked>('check'),
    assessment: workspace.read<Assessed>('assess'),
    figures: workspace.read<Figure[]>('figures'),
    narrated: workspace.read<Narrated>('narrate'),
  };
  const { findings, target } = await printStage(run, done, await gitCommit(), (found, what) =>
    stopOnErrors(found, what),
  );
  tellDone(target, findings);
});
