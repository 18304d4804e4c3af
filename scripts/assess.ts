import { assessStage, type Ingested } from '../pipeline/stages.ts';
import { command } from './command.ts';

await command('assess', 'Computes facts, rankings, reconciliation and verdicts.', async (run) => {
  await assessStage(run, run.workspace.read<Ingested>('ingest'));
});
