import { type Finding, LANGUAGE_NAMES, LANGUAGES, type Language, otherLanguage } from '../../types.ts';
import type { Strings } from '../strings.ts';
import { templateError } from '../template-error.ts';
import { runningFaults } from './running.ts';

/** Levels of a standard, months and archives are names, with digits in them. */
const NAMED = /^(month|who-level|class|method)\./;

/** Phrases of a change say their number in one language and may leave it out in the other. */
const PHRASE = /^change\./;

/** What is filled in: `{{…}}` and `{name}`. */
const placesOf = (text: string): string => (text.match(/\{\{[^}]*\}\}|\{\w*\}/g) ?? []).sort().join(' ');

/** Short texts that are in one language only, have other places to fill, hold numbers, or are in the other language. */
export function textFaults(texts: Readonly<Record<Language, Strings>>): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const other = otherLanguage(language);
    const [own, theirs] = [texts[language], texts[other]];
    return own.keys().flatMap((key): Finding[] => {
      const [text, place] = [own.get(key), own.place(key)];
      const running = runningFaults(text, language, place);
      const faults = NAMED.test(key) ? running.filter(({ rule }) => rule !== 'typed-number') : running;
      if (!theirs.has(key)) {
        const file = place.file.replace(/\w+\.json$/, `${other}.json`);
        const message = `${LANGUAGE_NAMES[other]} has no text ${key}.`;
        faults.push(templateError(place, 'text-missing', message, `Add it to ${file}, or take it out here.`));
      } else if (language === 'zh' && !PHRASE.test(key) && placesOf(text) !== placesOf(theirs.get(key))) {
        const message = `${key} has ${placesOf(text) || 'nothing'} to fill, where English has ${placesOf(theirs.get(key)) || 'nothing'}.`;
        faults.push(templateError(place, 'text-places', message, 'Give both languages the same {…} and {{…}}.'));
      }
      return faults;
    });
  });
}
