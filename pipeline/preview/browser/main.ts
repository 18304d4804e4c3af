/** Runs in the preview's page: fetches what changed, sets it on sheets, and shows where. */
import type { Busy, PreviewState } from '../messages.ts';
import { FactCard } from './card.ts';
import { ChangeList } from './change-list.ts';
import { Desk } from './desk.ts';
import { bring } from './dom.ts';
import { PreviewPart, UNDER_EACH_OTHER } from './part.ts';
import { blockAt, showFaults } from './places.ts';
import { holdPlace, isInView } from './scroll.ts';
import { drawSheets } from './sheets.ts';
import { Spot } from './spot.ts';
import { word } from './words.ts';

const report = document.getElementById('report') as HTMLElement;
const fonts = document.getElementById('fonts') as HTMLStyleElement;
const styles = document.getElementById('print') as HTMLStyleElement;
report.classList.toggle('pv-beside', !UNDER_EACH_OTHER);
let state: PreviewState | null = null;
let parts: PreviewPart[] = [];
const changes = new ChangeList();

const language = () => state?.language ?? 'en';
const desk = new Desk(document.querySelector('preview-desk') as Element, {
  show: (wanted) => void fetch(`/show/${wanted}`, { method: 'POST', headers: { 'X-Preview': '1' } }),
  change: (step) => changes.go(step),
  go: ({ file, row }) => {
    const part = parts.find(({ ref }) => ref.file === file);
    const block = part && blockAt(part, row);
    if (block) bring(block);
  },
});
const card = new FactCard(report, language);
const spot = new Spot(report, () => state?.edition ?? '');
desk.root.append(card.element, spot.element);

const contentOf = async (hash: string): Promise<string> => {
  const response = await fetch(`/content/${hash}`);
  // It was replaced while we asked: newer news are on their way.
  if (!response.ok) throw new Error(`no ${hash}`);
  return response.text();
};

function drawPages(): void {
  if (state === null) return;
  drawSheets(parts, { title: state.title, draft: state.draft ? { en: 'Draft', zh: '草稿' }[state.language] : '' });
}

/** Sets the parts of a state; gives what is new or other in those that were shown before. */
async function setParts(next: PreviewState): Promise<readonly Element[]> {
  const before = new Map(parts.map((part) => [part.id, part]));
  const wanted = next.parts.filter(({ id, hash }) => before.get(id)?.ref.hash !== hash);
  const html = new Map(await Promise.all(wanted.map(async ({ id, hash }) => [id, await contentOf(hash)] as const)));
  const changed: Element[] = [];
  parts = next.parts.map((ref) => {
    const part = before.get(ref.id) ?? new PreviewPart(ref);
    const text = html.get(ref.id);
    if (text === undefined) part.mark(ref);
    else changed.push(...part.show(ref, text));
    return part;
  });
  const elements = parts.map(({ element }) => element);
  if (elements.some((element, i) => report.children[i] !== element) || report.children.length !== elements.length)
    report.replaceChildren(...elements);
  return changed;
}

/** Where the reader is led: to the change in the file that was saved, or to the fault in it, where none is in view already. */
function lead({ changed: files, findings }: PreviewState): void {
  const saved = parts.find(({ ref }) => ref.file !== null && files.includes(ref.file));
  const first = changes.first(saved?.element);
  const written = files.some((file) => /\.(hbs|json)$/.test(file));
  const fault = findings.find(({ severity, file }) => severity === 'error' && files.includes(file));
  const block = fault && saved && saved.ref.file === fault.file ? blockAt(saved, fault.row) : null;
  if (block && !isInView(block)) bring(block);
  else if (!block && first && written && !changes.isInView(saved?.element)) bring(first);
}

/** The same page, of which more is known. */
function showFindings(next: PreviewState): void {
  state = next;
  desk.show(next);
  showFaults(parts, next.findings);
  const faulty = new Set(next.findings.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  desk.contents.show(parts, next.language, faulty);
}

async function show(next: PreviewState): Promise<void> {
  const previous = state;
  if (previous?.version === next.version) {
    showFindings(next);
    return;
  }
  const isAnother = previous?.language !== next.language;
  if (previous?.fonts !== next.fonts) fonts.textContent = await contentOf(next.fonts);
  if (previous?.styles !== next.styles) styles.textContent = await contentOf(next.styles);
  const back = holdPlace(parts);
  const changed = await setParts(next);
  state = next;
  document.documentElement.lang = next.language === 'zh' ? 'zh-CN' : 'en';
  document.title = next.title.replace(/<[^>]+>/g, '');
  changes.set(isAnother ? [] : changed.filter((element) => !element.closest('.front .toc')));
  drawPages();
  showFindings(next);
  desk.tellChanges(changes.count);
  back();
  card.forget();
  lead(next);
  requestAnimationFrame(() => {
    const seconds = next.savedAt === null ? null : (Date.now() - next.savedAt) / 1000;
    if (seconds !== null) desk.tell(word('shown', next.language).replace('{}', seconds.toFixed(2)));
    else desk.tell(next.parts.length === 0 && next.version > 0 ? word('empty', next.language) : '');
    document.documentElement.dataset.version = String(next.version);
    if (seconds !== null) document.documentElement.dataset.seconds = String(seconds);
  });
}

/** States are shown one after the other; one that came while another was being shown stands for all before it. */
let latest: PreviewState | null = null;
let showing = false;
async function receive(next: PreviewState): Promise<void> {
  latest = next;
  if (showing) return;
  showing = true;
  while (latest !== null) {
    const now: PreviewState = latest;
    latest = null;
    await show(now).catch((error: unknown) => {
      console.error(error);
      desk.tell(word('lost', language()));
    });
  }
  showing = false;
}

const news = new EventSource('/news');
news.addEventListener('state', ({ data }: MessageEvent<string>) => void receive(JSON.parse(data) as PreviewState));
news.addEventListener('busy', ({ data }: MessageEvent<string>) => {
  const { stage } = JSON.parse(data) as Busy;
  if (stage !== '') desk.tell(stage, true);
});
news.addEventListener('error', () => desk.tell(word('lost', language())));
// Faces come with the first character that needs them, and change where lines end.
document.fonts.addEventListener('loadingdone', () => {
  drawPages();
  if (state) showFaults(parts, state.findings);
});
addEventListener('keydown', ({ key, target, ctrlKey, metaKey }) => {
  const isField = target instanceof Element && target.matches('preview-desk, input, select, textarea');
  if (isField || ctrlKey || metaKey) return;
  if (key === 'c') void spot.copy();
  if (key === 'n') changes.go(1);
  if (key === 'p') changes.go(-1);
  if (key === '/') desk.toggleContents();
});
