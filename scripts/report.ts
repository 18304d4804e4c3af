import { report } from '../pipeline/report.ts';
import { command, stopOnErrors, tellDone } from './command.ts';
import { gitCommit } from './git.ts';

await command('report', 'Makes an edition: from data/ and templates/ to out/<edition>/.', async (run) => {
  const { findings, target } = await report(run, await gitCommit(), (found, what) => stopOnErrors(found, what));
  tellDone(target, findings);
});
