import { ingestStage } from '../pipeline/stages.ts';
import { command, stopOnErrors } from './command.ts';

await command('ingest', 'Reads and validates data/ and the edition.', async (run) => {
  const { findings } = await ingestStage(run);
  stopOnErrors(findings, 'The data cannot be read whole');
});
