import { MAX_TEXT } from '../extract/extract.ts';
import type { Mark } from '../extract/mark.ts';
import { type Match, PatternIndex } from '../extract/match.ts';
import type { Token } from '../extract/token.ts';
import { type Tokenizer, tokenizeLines } from '../extract/tokenize.ts';
import { DUTY_CLASSES, type DutyClass } from './duty.ts';
import type { DutyMark } from './duty-signals.ts';

/** What speaks for each class in one line. */
export interface LineReading {
  points: Readonly<Record<DutyClass, number>>;
  /** The words that gave the points, as they stand in the line. */
  evidence: Readonly<Record<DutyClass, readonly string[]>>;
  /** All of it is a set phrase that says nothing, such as "other duties as assigned". */
  empty: boolean;
  /** It begins by saying that somebody is helped. */
  helping: boolean;
}

/** More than this no class gets in one line, so that a long line does not outweigh its own point. */
const MOST_POINTS = 6;

/** Points from which a line is about a specialist's things: who leads that work is a specialist of rank. */
const SPECIALIST = 4;

/** What is left of the executive's part where another's work is helped, or a specialist's is led. */
const HALF = 0.5;

/** Hints count once a line: several of them are mostly the same manner of speaking. */
const HINT = 1;

interface Found {
  match: Match;
  points: number;
}

/** Reads one line of work. Pure and total; a line beyond MAX_TEXT is not read to its end. */
export function createLineReader(
  marks: readonly Mark<DutyMark>[],
  split: Tokenizer = tokenizeLines,
): (line: string) => LineReading {
  const index = new PatternIndex(
    marks.flatMap((mark) => mark.phrases.map((phrase) => [phrase, mark] as const)),
  );
  return (line) => {
    const read = line.slice(0, MAX_TEXT);
    const points = { executive: 0, 'hands-on': 0, 'out-of-scope': 0 };
    const evidence: Record<DutyClass, string[]> = { executive: [], 'hands-on': [], 'out-of-scope': [] };
    const sentences = split(read);
    let masked = 0;
    let helping = false;
    for (const tokens of sentences) {
      const found = foundIn(index, tokens);
      const masks = spans(tokens.length, found.nothing);
      masked += masks.filter(Boolean).length;
      helping ||= found.helping.length > 0;
      for (const each of DUTY_CLASSES) {
        const share = each === 'executive' && found.helping.length > 0 ? HALF : 1;
        for (const { match, points: given } of strongest(found[each], masks)) {
          points[each] = Math.min(points[each] + given * share, MOST_POINTS);
          evidence[each].push(read.slice(tokens[match.from]?.start, tokens[match.to - 1]?.end));
        }
      }
    }
    if (points['out-of-scope'] >= SPECIALIST) points.executive *= HALF;
    const counted = DUTY_CLASSES.some((each) => points[each] > 0);
    return { points, evidence, empty: !counted && (masked > 0 || sentences.length === 0), helping };
  };
}

function foundIn(index: PatternIndex<Mark<DutyMark>>, tokens: readonly Token[]): Record<DutyMark, Found[]> {
  const found: Record<DutyMark, Found[]> = {
    executive: [],
    'hands-on': [],
    'out-of-scope': [],
    helping: [],
    nothing: [],
  };
  for (const [match, mark] of index.matches(tokens)) found[mark.means].push({ match, points: mark.points });
  found['hands-on'].push(...found.helping);
  return found;
}

function spans(length: number, found: readonly Found[]): boolean[] {
  const covered = Array.from({ length }, () => false);
  for (const { match } of found) covered.fill(true, match.from, match.to);
  return covered;
}

/** Matches that do not overlap, those with the most points first, in the order in which they stand. */
function strongest(found: readonly Found[], masks: readonly boolean[]): Found[] {
  const taken = [...masks];
  const kept: Found[] = [];
  const ranked = [...found].sort(
    (a, b) => b.points - a.points || a.match.from - b.match.from || a.match.to - b.match.to,
  );
  for (const each of ranked) {
    if (taken.slice(each.match.from, each.match.to).some(Boolean)) continue;
    if (each.points === HINT && kept.some(({ points }) => points === HINT)) continue;
    taken.fill(true, each.match.from, each.match.to);
    kept.push(each);
  }
  return kept.sort((a, b) => a.match.from - b.match.from);
}
