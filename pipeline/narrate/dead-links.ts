/** Links whose target an edition may leave out: terms without a glossary, records and sources without their annex. */
const LINKS = /<a class="(?:term|policy|source-link)" href="#([^"]+)">([\s\S]*?)<\/a>/g;

/** Such links without their target are words alone. A link to a chapter, figure or table that is not there is an error instead (outline.ts). */
export function withoutDeadLinks(html: string): string {
  const anchors = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  return html.replace(LINKS, (link, anchor: string, words: string) => (anchors.has(anchor) ? link : words));
}
