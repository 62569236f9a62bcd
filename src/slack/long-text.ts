import type { LanguageModel } from '../phrasing/language-model.ts';

/** In texts that are longer the rules may miss something, in UTF-16 code units. */
const LONG_TEXT = 1_500;

/** Is a text long enough for a language model to look for facts in it? */
export const isLongText = (text: string): boolean => text.length > LONG_TEXT;

/** Is it, and has the workspace agreed to a model? */
export const mayBeRead = async (
  model: LanguageModel | undefined,
  team: string,
  text = '',
): Promise<boolean> => model !== undefined && isLongText(text) && (await model.hasConsent(team));
