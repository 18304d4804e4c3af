const OWN = /^--(by|date|paragraph|list)(?:=(.*))?$/s;
/** Options of every run that stand without a value. */
const BARE = /^--(html-only|final|help)$/;

export type ApprovalWords = Readonly<Partial<Record<'chapter' | 'by' | 'date' | 'paragraph' | 'list', string>>>;

/** Tells the words of an approval (its chapter, who, when, which paragraph) from those that every run knows. */
export function ownWords(argv: readonly string[]): Readonly<{ words: ApprovalWords; rest: readonly string[] }> {
  const words: Record<string, string> = {};
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const [, name, value] = OWN.exec(word) ?? [];
    if (name === 'list') words.list = '';
    else if (name !== undefined) words[name] = value ?? argv[++i] ?? '';
    else if (!word.startsWith('--') && words.chapter === undefined) words.chapter = word;
    else {
      rest.push(word);
      // The value of an option is no chapter.
      const next = argv[i + 1];
      if (word.startsWith('--') && !word.includes('=') && !BARE.test(word) && next !== undefined)
        rest.push(argv[++i] ?? '');
    }
  }
  return { words, rest };
}
