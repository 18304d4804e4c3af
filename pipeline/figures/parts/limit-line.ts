import type { Bilingual, Language } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import type { Known } from './pick.ts';

/** A reference level as it is drawn: a stroke at a value, and the words beside it. */
export type LimitLine = Readonly<{ value: number; text: string }>;

export const LIMIT: Bilingual = { en: 'limit', zh: '限值' };
export const CLASS_2_LIMIT: Bilingual = { en: 'class 2 limit', zh: '二级标准限值' };

/** "limit 35", at its value; null where there is none. */
export const limitLine = (
  limit: Known | null,
  language: Language,
  { format }: Pick<PlateContext, 'format'>,
  name = LIMIT,
): LimitLine | null => limit && { value: limit.value, text: `${name[language]} ${format(limit, language)}` };
