import { figuresStage, type Ingested } from '../pipeline/stages.ts';
import type { Assessment } from '../pipeline/types.ts';
import { command, stopOnErrors } from './command.ts';

await command('figures', 'Draws the figures from what assess left.', async (run) => {
  const { findings } = await figuresStage(
    run,
    run.workspace.read<Ingested>('ingest'),
    run.workspace.read<Assessment>('assess'),
  );
  stopOnErrors(findings, 'The figures have faults');
});
