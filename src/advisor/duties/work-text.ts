import type { Mark } from '../extract/mark.ts';
import { type Match, PatternIndex } from '../extract/match.ts';
import type { Token } from '../extract/token.ts';
import { type Tokenizer, tokenize } from '../extract/tokenize.ts';
import { latest } from '../latest.ts';
import type { SectionMark } from './duty-signals.ts';

/** A line or sentence of a text that may be a duty; offsets are UTF-16 code units, end exclusive. */
export interface WorkPiece {
  text: string;
  start: number;
  end: number;
  /** It stands under a heading over work, or is a line of a list. */
  listed: boolean;
}

/** A heading has no more words than this. */
const HEADING_WORDS = 9;
const BULLET = /^\s*(?:[-*•·●▪‣–—+>]|\(?\d{1,2}[.)]|[a-z][.)])\s+/;

type Section = 'work' | 'rest' | 'unknown';

/**
 * Finds the lines and sentences of a text that tell of work: those under headings over work where there are any, otherwise all
 * that stand under no other heading. Asides (perks, requirements, the company's own story, denials, questions) are left out,
 * unless they are listed under a heading over work: benefits are work for those who administer them.
 */
export function createWorkFinder(marks: readonly Mark<SectionMark>[]): (text: string) => WorkPiece[] {
  const index = new PatternIndex(
    marks.flatMap(({ phrases, means }) => phrases.map((phrase) => [phrase, means] as const)),
  );
  const has = (tokens: readonly Token[], mark: SectionMark): boolean => {
    for (const [, means] of index.matches(tokens)) if (means === mark) return true;
    return false;
  };

  // A line is looked at as a heading first, and then read.
  const split = latest(1, tokenize);

  return (text) => {
    const found: (WorkPiece & { section: Section })[] = [];
    let section: Section = 'unknown';
    for (const { line, offset } of linesOf(text)) {
      const bullet = BULLET.exec(line)?.[0].length ?? 0;
      const body = line.slice(bullet);
      const heading = headingOf(index, body, split);
      if (heading) section = heading.section;
      const from = offset + bullet + (heading?.length ?? 0);
      for (const tokens of split(text.slice(from, offset + line.length))) {
        const start = from + (tokens[0]?.start ?? 0);
        const end = from + (tokens.at(-1)?.end ?? 0);
        const asks = text.slice(end).trimStart().startsWith('?');
        const listed = bullet > 0 || section === 'work';
        const surelyWork = bullet > 0 && section === 'work';
        if (asks || (!surelyWork && has(tokens, 'aside'))) continue;
        found.push({ text: text.slice(start, end), start, end, listed, section });
      }
    }
    const wanted: Section = found.some((piece) => piece.section === 'work') ? 'work' : 'unknown';
    return found
      .filter((piece) => piece.section === wanted)
      .map(({ section: _, ...piece }): WorkPiece => piece);
  };
}

/** Lines that hold something. */
function* linesOf(text: string): Generator<{ line: string; offset: number }> {
  let offset = 0;
  for (const line of text.split('\n')) {
    if (/\S/.test(line)) yield { line, offset };
    offset += line.length + 1;
  }
}

/** A heading is a short line, or what stands before the colon of a line; its length takes in the colon. */
function headingOf(
  index: PatternIndex<SectionMark>,
  line: string,
  split: Tokenizer,
): { section: Section; length: number } | null {
  const colon = line.indexOf(':');
  const length = colon >= 0 ? colon + 1 : line.length;
  const [tokens, ...more] = split(line.slice(0, length).replace(/(?<![:?!.\s])[:?!.\s]+$/, ''));
  if (!tokens || more.length > 0 || tokens.length > HEADING_WORDS) return null;
  const whole = ({ from, to }: Match): boolean => from === 0 && to === tokens.length;
  for (const [match, means] of index.matches(tokens))
    if (means !== 'aside' && whole(match)) return { section: means, length };
  return null;
}
