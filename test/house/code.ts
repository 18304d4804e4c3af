import path from 'node:path';

/** What a file imports, as written. */
export function importsOf(text: string): string[] {
  const statement =
    /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...text.matchAll(statement)].map(([, named, dynamic]) => named ?? dynamic ?? '');
}

/** The rooms of pipeline/, from the ground up: a room may use those of lower floors, not its neighbours. */
const FLOORS: readonly (readonly string[])[] = [
  ['root'],
  ['standards'],
  ['ingest'],
  ['archive', 'check'],
  ['assess', 'import'],
  ['facts'],
  ['figures', 'narrate'],
  ['print'],
  ['publish'],
  ['run'],
  ['preview'],
  ['scripts'],
];

/** The files at pipeline/'s root that run the stages, and so stand above them. */
const RUN = ['report', 'stages', 'approve'];

/** The room a file belongs to, or null when it is none of the program's. */
export function roomOf(file: string): string | null {
  const [top, second = '', ...rest] = file.split('/');
  if (top === 'scripts') return 'scripts';
  if (top !== 'pipeline') return null;
  if (second === 'types') return 'root';
  if (rest.length > 0) return second;
  return RUN.includes(second.replace(/\.ts$/, '')) ? 'run' : 'root';
}

const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room));

/** The imports of a file that run the wrong way, each in words. */
export function wrongImports(file: string, text: string): string[] {
  const from = roomOf(file);
  if (from === null) return [];
  if (floorOf(from) < 0) return [`${file}: the room ${from} has no place in the house`];
  return importsOf(text)
    .filter((name) => name.startsWith('.'))
    .flatMap((name) => {
      const target = path.posix.join(path.posix.dirname(file), name);
      const to = roomOf(target);
      if (to === null) return target.startsWith('test/') ? [`${file} imports a test: ${name}`] : [];
      return to === from || floorOf(to) < floorOf(from) ? [] : [`${file} (${from}) imports ${name} (${to})`];
    });
}

/**
 * A program's text without comments, and with the insides of strings, templates and regular expressions emptied: what is
 * left is code. Expressions in templates stay.
 */
export function codeOnly(text: string): string {
  let out = '';
  let at = 0;
  /** Depth of braces at which an expression in a template ends. */
  const templates: number[] = [];
  let depth = 0;
  const skipTo = (end: RegExp) => {
    end.lastIndex = at;
    const found = end.exec(text);
    at = found ? found.index + found[0].length : text.length;
    return found?.[0] ?? '';
  };
  const template = () => {
    const stop = skipTo(/(?:\\[\s\S]|[^`\\$]|\$(?!\{))*(?:`|\$\{)/g);
    if (stop.endsWith('${')) {
      templates.push(depth);
      out += '${';
    } else out += '`';
  };
  while (at < text.length) {
    const rest = text.slice(at, at + 2);
    const char = text[at] ?? '';
    if (rest === '//') skipTo(/[^\n]*/g);
    else if (rest === '/*') skipTo(/\/\*[\s\S]*?\*\//g);
    else if (char === "'" || char === '"') {
      skipTo(char === "'" ? /'(?:\\[\s\S]|[^'\\])*'/g : /"(?:\\[\s\S]|[^"\\])*"/g);
      out += "''";
    } else if (char === '`') {
      at += 1;
      out += '`';
      template();
    } else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      at += 1;
      out += '}';
      template();
    } else if (char === '/' && /(?:^|[(,=:[!&|?{};+\-*%<>~^]|=>|\b(?:return|typeof|case|of|in))\s*$/.test(out)) {
      skipTo(/\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/g);
      out += '/x/';
    } else {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      out += char;
      at += 1;
    }
  }
  return out;
}

/** Uses of the type any, and of ! to say that something is there. */
export function unsafe(text: string): string[] {
  const code = codeOnly(text);
  const any = code.match(/[^\n]*(?:[:<|&,]\s*any\b(?!\s*[(:])|\bas\s+any\b)[^\n]*/g) ?? [];
  const bang = code.match(/[^\n]*[\w)\]}]!(?=[.;,)\]}\n[]|\s(?!=))[^\n]*/g) ?? [];
  return [...any, ...bang].map((line) => line.trim());
}

/** Paths that exist on one machine only, and words about how a file came to be. */
export function machineTalk(text: string): string[] {
  const paths =
    text.match(
      /(?<=^|[\s"'`(=:])(?:\/(?:home|root|work|Users|mnt|srv|media)\/[\w./-]+|[A-Z]:\\\\?[\w\\]+|file:\/\/\/\w[^\s"'`]*)/gm,
    ) ?? [];
  const talk =
    text.match(/\b(?:sandboxed environment|language model|chat session|this (?:session|machine|container))\b/gi) ?? [];
  return [...paths, ...talk];
}
