import type { Mark } from '../extract/mark.ts';
import { PatternIndex } from '../extract/pattern.ts';
import { tokenize } from '../extract/tokenize.ts';
import type { JobFamily } from './duty.ts';
import type { TitleMark } from './duty-signals.ts';

const FAMILIES: Readonly<Record<TitleMark, JobFamily>> = {
  executive: 'executive-operations',
  'hands-on': 'hands-on-implementation',
};

/** A title longer than this many UTF-16 code units is not read to its end. */
const MAX_TITLE = 200;

/**
 * Reads which family of work a title claims; null when it claims neither. Of two claims the one later in the title counts,
 * because English puts what somebody is last ("assistant director", "COO's assistant"), unless "to" or "of" follows it.
 */
export function createTitleReader(marks: readonly Mark<TitleMark>[]): (title: string) => JobFamily | null {
  const index = new PatternIndex(
    marks.flatMap(({ phrases, means }) => phrases.map((phrase) => [phrase, means] as const)),
  );
  return (title) => {
    const claims = tokenize(title.slice(0, MAX_TITLE)).flatMap((tokens) => {
      const to = tokens.findIndex(({ word }) => word === 'to');
      return [...index.matches(to > 0 ? tokens.slice(0, to) : tokens)];
    });
    const last = claims.reduce((best, each) => (best && best[0].to > each[0].to ? best : each), claims[0]);
    return last ? FAMILIES[last[1]] : null;
  };
}
