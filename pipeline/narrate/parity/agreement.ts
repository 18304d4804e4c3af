import { LANGUAGE_NAMES, otherLanguage } from '../../types.ts';
import { hashOf } from '../approvals/paragraph.ts';
import type { Approved } from '../approvals/record.ts';
import { sectionsOf } from './sections.ts';
import type { Pair, Unlike } from './unlike.ts';

/**
 * Sections of which one language was edited since both were approved together, and the other was not. Where both were
 * edited nothing is said: whoever did it saw both.
 */
export function editedAlone(pair: Pair, agreed: Approved['sections']): Unlike[] {
  const [en, zh] = [sectionsOf(pair.en), sectionsOf(pair.zh)].map((sections) =>
    sections.map((section) => ({ ...section, hash: hashOf(section.source) })),
  );
  if (!en || !zh) return [];
  return Object.entries(agreed).flatMap(([ofEn, ofZh]): Unlike[] => {
    const [a, b] = [en.findIndex(({ hash }) => hash === ofEn), zh.findIndex(({ hash }) => hash === ofZh)];
    if (a >= 0 === b >= 0) return [];
    const [kept, edited, language] = a >= 0 ? [en[a], zh[a], 'zh' as const] : [zh[b], en[b], 'en' as const];
    const other = otherLanguage(language);
    if (!kept) return [];
    return [
      {
        rule: 'parity-edited',
        language: other,
        line: kept.line,
        message: `${LANGUAGE_NAMES[language]} was edited${edited?.title ? ` in “${edited.title}”` : ''} (line ${edited?.line ?? 1}) since both languages were approved; ${LANGUAGE_NAMES[other]} was not.`,
        remedy: `Bring ${LANGUAGE_NAMES[other]} into line if it has to be, and approve the chapter in both languages.`,
      },
    ];
  });
}
