import type { PreviewPart } from './part.ts';

/** Height of the bar, under which the first line in view stands. */
const BAR = 48;

/** Remembers what stands at the top of the window; gives a function that brings it back there. */
export function holdPlace(parts: readonly PreviewPart[]): () => void {
  const part = parts.find(({ element }) => element.getBoundingClientRect().bottom > BAR);
  if (!part || scrollY === 0) return () => undefined;
  const blocks = [...part.element.querySelectorAll('section > *')];
  const block = blocks.find((element) => element.getBoundingClientRect().bottom > BAR) ?? part.element;
  const [before, partBefore] = [block.getBoundingClientRect().top, part.element.getBoundingClientRect().top];
  return () => {
    const moved = block.isConnected
      ? block.getBoundingClientRect().top - before
      : part.element.getBoundingClientRect().top - partBefore;
    if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' });
  };
}

export function isInView(element: Element): boolean {
  const at = element.getClientRects()[0];
  return at !== undefined && at.bottom > BAR && at.top < innerHeight - 40;
}
