/** So many texts are kept: twice those of an edition and its short texts. */
const MOST = 10_000;

/** Work on a text that answers at once what it was asked before: with every edit all templates are checked, and one is another. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    if (known.size >= MOST) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
