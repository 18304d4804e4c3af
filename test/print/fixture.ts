import type { Language, Manuscript } from '../../pipeline/types.ts';
import { bars, level, lines, ridge } from './fixture-charts.ts';
import { CITIES, WORDS, type Words } from './fixture-words.ts';

/** A report of the shape the narrate stage makes: cover, front matter, chapters, annexes; no number in it is real. */

type Line = { level: 1 | 2 | 3; id: string; no: string; text: string };
type Book = { language: Language; words: Words; contents: Line[]; figures: Line[]; tables: Line[] };

const CHAPTERS = ['nation', 'cities', 'regions', 'policy', 'outlook'] as const;

const heading = (book: Book, level: 1 | 2 | 3, id: string, no: string, text: string): string => {
  book.contents.push({ level, id, no, text });
  const idOf = level === 1 ? '' : ` id="${id}"`;
  return `<h${level}${idOf}><span class="no">${no}</span> <span class="text">${text}</span></h${level}>`;
};

const caption = (book: Book, list: 'figures' | 'tables', id: string, text: string): string => {
  const no = `${book.words[list === 'figures' ? 'figure' : 'table']} ${book[list].length + 1}`;
  book[list].push({ level: 1, id, no, text });
  return `<span class="no">${no}</span> <span class="text">${text}</span>`;
};

function plate(book: Book, id: string, kind: '' | 'wide' | 'half', count: number): string {
  const { words, language } = book;
  const names = CITIES[language].slice(0, count);
  const width = { '': 466, wide: 642, half: 310 }[kind];
  const chart = count === 0 ? lines(width, words.alt, language) : bars(names, width, words.alt, language);
  return (
    `<figure class="plate ${kind}" id="${id}"><figcaption>${caption(book, 'figures', id, words.figureTitle)}</figcaption>` +
    `<div class="unit">µg/m³</div>${chart}<p class="source">${words.source}</p></figure>`
  );
}

function table(book: Book, id: string, rows: number, columns: number, kind: string): string {
  const { words, language } = book;
  const names = CITIES[language];
  const head = Array.from(
    { length: columns },
    (_, c) => `<th scope="col" class="num">${words.columns[c % words.columns.length]}</th>`,
  );
  const body = Array.from({ length: rows }, (_, r) => {
    const cells = Array.from({ length: columns }, (_, c) => {
      if ((r * 7 + c) % 41 === 5) return `<td class="num"><span class="missing" title="${words.missing}">–</span></td>`;
      const value = level(r, c + 2);
      const direction = c === columns - 1 ? (r % 5 === 2 ? ' worse' : ' better') : '';
      const shown = direction ? `${r % 5 === 2 ? '+' : '−'}${(value / 7).toFixed(1)}` : value.toFixed(0);
      return `<td class="num${direction}"><data value="${value}" data-fact="computed.${r}.${c}">${shown}</data></td>`;
    });
    const rank = kind.includes('ranking') ? `<td>${r + 1}</td>` : '';
    return `<tr>${rank}<th scope="row">${names[r % names.length]}</th>${cells.join('')}</tr>`;
  });
  const rankHead = kind.includes('ranking') ? `<th scope="col">${words.rank}</th>` : '';
  return (
    `<table class="data ${kind}" id="${id}"><caption>${caption(book, 'tables', id, words.tableTitle)}</caption>` +
    `<thead><tr>${rankHead}<th scope="col">${words.city}</th>${head.join('')}</tr></thead>` +
    `<tbody>${body.join('')}</tbody></table><p class="source">${words.source}</p>`
  );
}

const paragraphs = (book: Book, count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `<p>${book.words.text[(i + from) % book.words.text.length]}</p>`).join('');

function chapter(book: Book, n: number): string {
  const { words } = book;
  const slug = CHAPTERS[n] ?? '';
  const no = n + 1;
  const see = `<p>${words.see(`<a class="ref" href="#fig-${slug}-1">${words.figure} ${n * 4 + 1}</a>`, `<span data-page-of="fig-${slug}-1"></span>`)}</p>`;
  const facts = words.facts.map(
    ([number, unit, label]) =>
      `<div class="fact"><p class="number">${number} <span class="unit">${unit}</span></p><p class="label">${label}</p></div>`,
  );
  return [
    `<section class="chapter" id="ch-${slug}" data-head="${words.chapters[n]}">`,
    heading(book, 1, `ch-${slug}`, String(no), words.chapters[n] ?? ''),
    `<p class="lead">${words.lead}</p>`,
    `<div class="keyfacts">${facts.join('')}</div>`,
    heading(book, 2, `s-${slug}-1`, `${no}.1`, words.sections[0]),
    see,
    paragraphs(book, 3),
    plate(book, `fig-${slug}-1`, 'wide', 0),
    paragraphs(book, 2, 2),
    heading(book, 3, `s-${slug}-1-1`, `${no}.1.1`, words.sections[1]),
    paragraphs(book, 2, 1),
    `<ul>${words.items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
    plate(book, `fig-${slug}-2`, '', 14),
    heading(book, 2, `s-${slug}-2`, `${no}.2`, words.sections[2]),
    paragraphs(book, 3, 3),
    table(book, `tab-${slug}-1`, 12, 5, 'compact'),
    `<aside class="box"><h3>${words.boxTitle}</h3><p>${words.text[1]}</p><ul>${words.items.map((item) => `<li>${item}</li>`).join('')}</ul></aside>`,
    paragraphs(book, 2, 4),
    plate(book, `fig-${slug}-3`, 'half', 9),
    plate(book, `fig-${slug}-4`, 'half', 9),
    heading(book, 2, `s-${slug}-3`, `${no}.3`, words.sections[3]),
    paragraphs(book, 3, 1),
    `<p class="note">${words.note}</p>`,
    `<ol class="notes"><li id="note-${slug}-1">${words.note}</li><li id="note-${slug}-2">${words.note}</li></ol>`,
    '</section>',
  ].join('\n');
}

const line = ({ level, id, no, text }: Line): string =>
  `<li class="level-${level}"><a href="#${id}"><span class="no">${no}</span><span class="text">${text}</span></a>` +
  `<span class="dots"></span><span class="page" data-page-of="${id}"></span></li>`;

const list = (id: string, title: string, entries: readonly Line[]): string =>
  `<section class="front" id="${id}"><h1>${title}</h1><ol class="toc">${entries.map(line).join('\n')}</ol></section>`;

/** The whole manuscript. `extra` is put at the end of the last chapter: what a test wants to go wrong. */
export function manuscript(language: Language, { draft = false, extra = '' } = {}): Manuscript {
  const words = WORDS[language];
  const book: Book = { language, words, contents: [], figures: [], tables: [] };
  const body = CHAPTERS.map((_, n) => chapter(book, n)).join('\n');
  const annex = (id: string, no: string, title: string, kind: string, inner: () => string): string =>
    `<section class="annex ${kind}" id="${id}" data-head="${title}">${heading(book, 1, id, no, title)}${inner()}</section>`;
  const annexes = [
    annex(
      'annex-cities',
      'A',
      words.annexes[0],
      '',
      () => paragraphs(book, 1) + table(book, 'tab-all', 338, 7, 'ranking'),
    ),
    annex('annex-wide', 'B', words.annexes[1], 'landscape', () => table(book, 'tab-wide', 74, 15, '')),
  ];
  const lists = [
    list('contents', words.contents, book.contents),
    list('list-of-figures', words.listOfFigures, book.figures),
    list('list-of-tables', words.listOfTables, book.tables),
  ];
  const cover =
    `<section class="cover"><p class="series">${words.series}</p><p class="year">2018</p><h1 class="title">${words.title}</h1>` +
    `<p class="subtitle">${words.subtitle}</p><figure>${ridge(words.alt, language)}</figure><p class="imprint">${words.imprint}</p></section>`;
  const front = `<section class="front imprint-page"><h1>${words.title} 2018</h1><p>${words.colophon}</p><p>${words.note}</p></section>`;
  const html = [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${words.title}</title></head>`,
    `<body class="edition-annual${draft ? ' draft' : ''}">`,
    cover,
    front,
    ...lists,
    body,
    ...annexes,
    extra,
    '</body></html>',
  ].join('\n');
  return { language, title: `${words.series} 2018`, html, cited: { facts: [], figures: [], tables: [] } };
}
