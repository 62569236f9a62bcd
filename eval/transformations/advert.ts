import { ADVERT_BEFORE, ADVERT_PERKS, ADVERT_TERMS } from './advert-text.ts';

/** The lines of an advert that surround the job itself. */
const AFTER = [...ADVERT_PERKS, ...ADVERT_TERMS];

/** A job as it is pasted from a careers page: the firm before it, perks and legal text after it. */
export const inAdvert = (text: string): string => [...ADVERT_BEFORE, text, ...AFTER].join('\n\n');

/** The same where the job comes as a list: the lines of the advert stand among its duties. */
export const inAdvertLines = (duties: readonly string[]): string[] => [...ADVERT_BEFORE, ...duties, ...AFTER];
