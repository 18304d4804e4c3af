import { ChinaAirError } from '../pipeline/errors.ts';
import { startPreview } from '../pipeline/preview/preview.ts';
import { command } from './command.ts';
import { ownWords } from './own-words.ts';

const PORT = 4620;
const PURPOSE = `Shows an edition as pages in a browser of the same computer, and again with every file of templates/ and data/ saved.
One language at a time; the page switches it.

  --port N           where it listens, on 127.0.0.1 (default: ${PORT}, or the next that is free; 0: any)`;

const { values, rest } = ownWords(process.argv.slice(2), { port: { type: 'string' } });
const { port = String(PORT) } = values;

await command(
  'preview',
  PURPOSE,
  async ({ options, log }) => {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      const remedy = 'Allowed: 1 to 65535, or 0 for any that is free.';
      throw new ChinaAirError({ code: 'usage', exit: 2, message: `--port ${port} is not a port.`, remedy });
    }
    if (values.lang?.includes(',')) {
      const remedy = 'Name the one to begin with; the page switches to the other.';
      throw new ChinaAirError({ code: 'usage', exit: 2, message: 'The preview shows one language at a time.', remedy });
    }
    const ended = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    const preview = await startPreview(options, log, Number(port));
    console.error(`\n  ${preview.url}   (Ctrl-C ends)\n`);
    await ended;
    await preview.close();
    // A stage that runs is not waited for.
    process.exit();
  },
  rest,
);
