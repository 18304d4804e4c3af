/** The notes of the chapter that is being filled, in the order in which they are first called. */
export type Notes = { chapter: string; texts: string[] };

/** The sign of a note; a note that says the same as one before it has its number. */
export function noteMark(text: string, notes: Notes): string {
  const known = notes.texts.indexOf(text);
  const number = known < 0 ? notes.texts.push(text) : known + 1;
  const back = known < 0 ? ` id="noteref-${notes.chapter}-${number}"` : '';
  return `<sup class="note-ref"${back}><a href="#note-${notes.chapter}-${number}">${number}</a></sup>`;
}

/** The notes of a chapter, for its end; '' where it has none. */
export function notesList({ chapter, texts }: Notes): string {
  if (texts.length === 0) return '';
  const items = texts.map((text, i) => `<li id="note-${chapter}-${i + 1}">${text}</li>`);
  return `\n<ol class="notes">\n${items.join('\n')}\n</ol>`;
}
