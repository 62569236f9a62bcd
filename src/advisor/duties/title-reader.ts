import type { Mark } from '../extract/mark.ts';
import { PatternIndex } from '../extract/match.ts';
import { tokenize } from '../extract/tokenize.ts';
import type { JobFamily } from './duty.ts';
import type { TitleMark } from './duty-signals.ts';

const FAMILIES: Readonly<Record<TitleMark, JobFamily | null>> = {
  executive: 'executive-operations',
  'hands-on': 'hands-on-implementation',
  neither: null,
};

/** A title longer than this many UTF-16 code units is not read to its end. */
const MAX_TITLE = 200;

/**
 * Reads which family of work a title claims; null when it claims neither. Of two claims the one that ends last counts, because
 * English puts what somebody is last ("COO's assistant"); what follows "to" is another's title ("assistant to the COO").
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
    const [last] = claims.sort(([a], [b]) => b.to - a.to || a.from - b.from);
    return last ? FAMILIES[last[1]] : null;
  };
}
