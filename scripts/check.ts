import { checkStage, type Ingested } from '../pipeline/stages.ts';
import { command, stopOnErrors } from './command.ts';

await command('check', 'Checks what ingest left, and lists all findings.', async (run) => {
  const { findings } = await checkStage(run, run.workspace.read<Ingested>('ingest'));
  stopOnErrors(findings, 'The data break rules');
});
