import type { LineReading } from '../duties/line-reader.ts';
import { most } from '../duties/mix.ts';
import type { WorkPiece } from '../duties/work-text.ts';
import { MAX_TEXT } from '../extract/extract.ts';
import { PatternIndex } from '../extract/match.ts';
import { type Polarity, polarityOf } from '../extract/polarity.ts';
import type { Tokenizer } from '../extract/tokenize.ts';
import type { Evidence } from '../fact.ts';
import type { Area } from './area.ts';

/** An area that somebody may have, for a person to confirm or drop; nothing is applied. */
export interface AreaProposal {
  /** Id of the area. */
  area: string;
  as: 'owns' | 'helps';
  /** The words it is from, in the order in which they stand; at least one. */
  words: readonly Evidence[];
}

/** How work is read. */
export interface WorkReading {
  workIn(text: string): WorkPiece[];
  line(text: string): LineReading;
  split: Tokenizer;
}

/** What is denied or over is nobody's now. */
const NOT_SO: ReadonlySet<Polarity> = new Set(['negated', 'past']);

/**
 * Opens the proposing of areas from a description of somebody's actual work, in the order of the areas. Lines of another
 * profession, and what is denied or over, propose nothing; who helps another with a thing is proposed as a helper. Pure and total; text beyond MAX_TEXT is
 * not read.
 */
export function createAreaProposer(
  areas: readonly Area[],
  { workIn, line, split }: WorkReading,
): (text: string) => AreaProposal[] {
  const index = new PatternIndex(
    areas.flatMap((area) => area.phrases.map((phrase) => [phrase, area] as const)),
  );
  return (text) => {
    const owned = new Map<string, Evidence[]>();
    const helped = new Map<string, Evidence[]>();
    for (const { start: at, text: clause } of workIn(text.slice(0, MAX_TEXT)).flatMap(clausesOf)) {
      const reading = line(clause);
      if (isAnotherTrade(reading)) continue;
      for (const tokens of split(clause))
        for (const [match, area] of index.matches(tokens)) {
          if (NOT_SO.has(polarityOf(match, tokens, false))) continue;
          const { from, to } = match;
          const start = at + (tokens[from]?.start ?? 0);
          const end = at + (tokens[to - 1]?.end ?? 0);
          const found = isHelped(area, reading) ? helped : owned;
          found.set(area.id, [...(found.get(area.id) ?? []), { text: text.slice(start, end), start, end }]);
        }
    }
    return areas.flatMap(({ id }): AreaProposal[] => {
      const [owns, helps] = [owned.get(id), helped.get(id)];
      if (owns) return [{ area: id, as: 'owns', words: apart(owns) }];
      return helps ? [{ area: id, as: 'helps', words: apart(helps) }] : [];
    });
  };
}

/** What semicolons set apart is read by itself. */
const clausesOf = ({ text, start }: WorkPiece): { text: string; start: number }[] =>
  [...text.matchAll(/[^;]+/g)].map((found) => ({ text: found[0], start: start + found.index }));

const isAnotherTrade = ({ points }: LineReading): boolean => most(points) === 'out-of-scope';

/** Who helps, or does hands-on work at an executive thing, does not own it. */
const isHelped = (area: Area, { helping, points }: LineReading): boolean =>
  helping || (area.class === 'executive' && points['hands-on'] > points.executive);

/** Evidence in order and without overlaps, the longest kept. */
function apart(words: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = [];
  const longest = [...words].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const each of longest)
    if (!kept.some(({ start, end }) => each.start < end && start < each.end)) kept.push(each);
  return kept.sort((a, b) => a.start - b.start);
}
