import type { JobDescription } from '../../src/advisor/advisor.ts';
import { ADVERT_BEFORE, ADVERT_PERKS, ADVERT_TERMS } from './advert-text.ts';

/** The lines of an advert that surround the job itself. */
const AFTER = [...ADVERT_PERKS, ...ADVERT_TERMS];

/** A job as it is pasted from a careers page: the firm before it, perks and legal text after it. */
export const inAdvert = (text: string): string => [...ADVERT_BEFORE, text, ...AFTER].join('\n\n');

/** The same where the job comes as a list: its title above all, its duties as points under a heading. */
export const asAdvert = ({ title, duties }: JobDescription): string =>
  [title ?? '', inAdvert(['Your responsibilities', ...duties.map((duty) => `- ${duty}`)].join('\n'))]
    .join('\n\n')
    .trim();
