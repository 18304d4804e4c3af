import { type Ingested, narrateStage } from '../pipeline/stages.ts';
import type { Assessment, Figure } from '../pipeline/types.ts';
import { command, stopOnErrors } from './command.ts';

await command('narrate', 'Fills the templates with facts, tables and figures.', async (run) => {
  const { workspace } = run;
  const { findings } = await narrateStage(
    run,
    workspace.read<Ingested>('ingest'),
    workspace.read<Assessment>('assess'),
    workspace.read<Figure[]>('figures'),
  );
  stopOnErrors(findings, 'The templates have faults');
});
