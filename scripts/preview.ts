import { ChinaAirError } from '../pipeline/errors.ts';
import { startPreview } from '../pipeline/preview/preview.ts';
import { command } from './command.ts';

const PORT = 4620;
const PURPOSE = `Shows an edition as pages in a browser of the same computer, and again with every file of templates/ and data/ saved.
One language at a time; the page switches it.

  --port N           where it listens, on 127.0.0.1 (default: ${PORT}, or the next that is free; 0: any)`;

/** `--port N` or `--port=N`, which no other command has, and the other words. */
function takePort(argv: readonly string[]): Readonly<{ text: string; rest: string[] }> {
  const at = argv.findIndex((each) => /^--port(=|$)/.test(each));
  if (at < 0) return { text: String(PORT), rest: [...argv] };
  const [, inside] = (argv[at] ?? '').split('=');
  const words = inside === undefined ? 2 : 1;
  return { text: inside ?? argv[at + 1] ?? '', rest: [...argv.slice(0, at), ...argv.slice(at + words)] };
}

/** The words that stand for an option's value, `--lang zh` or `--lang=zh`. */
const wordAfter = (argv: readonly string[], name: string): string => {
  const at = argv.findIndex((each) => each === name || each.startsWith(`${name}=`));
  return at < 0 ? '' : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? '');
};

const { text, rest } = takePort(process.argv.slice(2));

await command(
  'preview',
  PURPOSE,
  async ({ options, log }) => {
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
      const remedy = 'Allowed: 1 to 65535, or 0 for any that is free.';
      throw new ChinaAirError({ code: 'usage', exit: 2, message: `--port ${text} is not a port.`, remedy });
    }
    if (wordAfter(rest, '--lang').includes(',')) {
      const remedy = 'Name the one to begin with; the page switches to the other.';
      throw new ChinaAirError({ code: 'usage', exit: 2, message: 'The preview shows one language at a time.', remedy });
    }
    const ended = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    const preview = await startPreview(options, log, Number(text));
    console.error(`\n  ${preview.url}   (Ctrl-C ends)\n`);
    await ended;
    await preview.close();
    // A stage that runs is not waited for.
    process.exit();
  },
  rest,
);
