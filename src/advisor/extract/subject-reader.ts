import type { Subject } from '../fact.ts';
import type { Mark } from './mark.ts';
import { PatternIndex } from './match.ts';
import type { Token } from './token.ts';
import type { ToldPoints, ToldWeights } from './told-points.ts';

/** How often one mark counts at the most, so that a long list does not drown everything else. */
const MOST_TIMES = 3;

export type SubjectPoints = Readonly<Record<Subject, number>>;

/** Counts the points that sentences give to each subject. */
export function createSubjectReader(
  marks: readonly Mark<Subject>[],
): (sentences: readonly (readonly Token[])[]) => SubjectPoints {
  const index = new PatternIndex(
    marks.flatMap((mark) => mark.phrases.map((phrase) => [phrase, mark] as const)),
  );
  return (sentences) => {
    const places = new Map<Mark<Subject>, number>();
    for (const tokens of sentences) {
      const seen = new Map<Mark<Subject>, number>();
      for (const [match, mark] of index.matches(tokens)) {
        if (match.from < (seen.get(mark) ?? 0)) continue;
        seen.set(mark, match.to);
        places.set(mark, (places.get(mark) ?? 0) + 1);
      }
    }
    const points: Record<Subject, number> = { situation: 0, candidate: 0, job: 0 };
    for (const [mark, times] of places) points[mark.means] += mark.points * Math.min(times, MOST_TIMES);
    return points;
  };
}

/** What a text is about, by the points of its phrases and by whom it tells of. A text that tells of nobody is no person's. */
export function subjectOf(
  { situation, candidate, job }: SubjectPoints,
  told: ToldPoints,
  { headStart, phrases }: ToldWeights,
): Subject {
  const work = candidate + job;
  if (work === 0 && !told.ofSomebody) return 'situation';
  const forWork =
    phrases.work * (Math.min(candidate, phrases.mostWork) + Math.min(job, phrases.mostWork)) + told.points;
  const forSituation = phrases.situation * Math.min(situation, phrases.mostSituation) + headStart;
  if (forWork <= forSituation) return 'situation';
  return job + told.ofJob > candidate + told.ofPerson ? 'job' : 'candidate';
}
