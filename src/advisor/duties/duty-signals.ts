import type { Mark } from '../extract/mark.ts';

/**
 * What a phrase in a line of work speaks for. `helping` speaks for hands-on and halves the executive's part: who assists in
 * setting a strategy does not set it. `nothing` takes its words out of the reckoning.
 */
export const DUTY_MARKS = ['executive', 'hands-on', 'out-of-scope', 'helping', 'nothing'] as const;
export type DutyMark = (typeof DUTY_MARKS)[number];

/** The role that a title claims; `neither` for titles that only sound like it. */
export const TITLE_MARKS = ['executive', 'hands-on', 'neither'] as const;
export type TitleMark = (typeof TITLE_MARKS)[number];

/** What a heading or a sentence of a pasted text shows: work below it, something else below it, or that it is no work. */
export const SECTION_MARKS = ['work', 'rest', 'aside'] as const;
export type SectionMark = (typeof SECTION_MARKS)[number];

/** The phrases by which lines of work and titles are read. */
export interface DutySignals {
  lines: readonly Mark<DutyMark>[];
  titles: readonly Mark<TitleMark>[];
  sections: readonly Mark<SectionMark>[];
}
