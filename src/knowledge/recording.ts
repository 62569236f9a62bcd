import { z } from 'zod';
import { FactValue, Subject } from '../advisor/fact.ts';
import { CooType, EFFECTS, Outcome } from '../advisor/rule.ts';
import type { Rulebook } from '../advisor/rulebook.ts';
import { type Advice, ROLES } from '../advisor/verdict.ts';
import { type JsonLinesSource, readJsonLines } from './json-lines.ts';
import type { KnowledgeFault } from './yaml-source.ts';

const Id = z.string().min(1);

/** What a verdict should be: the role and, where it is worth saying, the best one or two types of COO. */
export const Expected = z.strictObject({
  role: z.enum(ROLES),
  types: z.array(CooType).min(1).max(2).optional(),
});
export type Expected = z.infer<typeof Expected>;

/** A text whose verdict is replayed after each edit of the knowledge. */
export const ReplayCase = z.strictObject({
  id: Id,
  /** Recognised from the text unless given. */
  subject: Subject.optional(),
  text: z.string().min(1),
  /** Why the expected verdict is right, in one sentence. */
  why: z.string().endsWith('.', 'it is a sentence and ends with a full stop'),
  expected: Expected,
  /** What is said instead, where that is known and kept for now. */
  known: z.string().min(1).optional(),
});
export type ReplayCase = z.infer<typeof ReplayCase>;

/** A verdict on a case as it once was, with everything that can explain a change. */
export const RecordedVerdict = z.strictObject({
  id: Id,
  subject: Subject,
  role: z.enum(ROLES),
  /** Types of COO that something speaks for, best first. */
  types: z.array(z.strictObject({ type: CooType, score: z.number() })),
  /** `words` are those that the fact was read from. */
  facts: z.array(z.strictObject({ name: z.string(), value: FactValue, words: z.string().nullable() })),
  /** Rules that fired. */
  rules: z.array(
    z.strictObject({ id: Id, effect: z.enum(EFFECTS), outcome: Outcome, weight: z.number().int() }),
  ),
});
export type RecordedVerdict = z.infer<typeof RecordedVerdict>;

/** The first line of a recording: what holds for all verdicts in it. */
const RecordingHead = z.strictObject({ rulebook: z.string(), threshold: z.number().int() });

/** The verdicts on all cases under one rulebook. */
export type Recording = z.infer<typeof RecordingHead> & { verdicts: RecordedVerdict[] };

/** An advice as it is recorded. */
const recordedVerdict = (id: string, { subject, facts, verdict }: Advice): RecordedVerdict => ({
  id,
  subject,
  role: verdict.role,
  types: verdict.types.filter(({ score }) => score > 0),
  facts: facts.map(({ name, value, evidence }) => ({ name, value, words: evidence?.text ?? null })),
  rules: verdict.rules.map(({ id: rule, effect, outcome, weight }) => ({
    id: rule,
    effect,
    outcome,
    weight,
  })),
});

/** What replaying needs of an advisor. */
export interface ReplayAdvisor {
  rulebook: Pick<Rulebook, 'version' | 'threshold'>;
  check(text: string, subject?: Subject): Advice;
}

/** The verdicts of an advisor on all cases. */
export const record = ({ rulebook, check }: ReplayAdvisor, cases: readonly ReplayCase[]): Recording => ({
  rulebook: rulebook.version,
  threshold: rulebook.threshold,
  verdicts: cases.map(({ id, text, subject }) => recordedVerdict(id, check(text, subject))),
});

/** A recording as JSON Lines, a verdict a line, so that a difference between two shows the cases that moved. */
export const recordingText = ({ verdicts, ...head }: Recording): string =>
  [head, ...verdicts].map((line) => `${JSON.stringify(line)}\n`).join('');

/** Reads a recording; undefined when it has faults. */
export function readRecording(
  file: string,
  text: string,
): { recording: Recording | undefined; faults: KnowledgeFault[] } {
  const end = text.indexOf('\n');
  const [first, rest] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
  const head = readJsonLines(RecordingHead, { file, text: first, firstLine: 1 });
  const verdicts = readJsonLines(RecordedVerdict, { file, text: rest, firstLine: 2 });
  const faults = [...head.faults, ...verdicts.faults];
  const [start] = head.lines;
  if (faults.length === 0 && !start)
    faults.push({ file, line: 1, message: 'There is no recording in it. Record anew.' });
  if (!start || faults.length > 0) return { recording: undefined, faults };
  return { recording: { ...start.value, verdicts: verdicts.lines.map(({ value }) => value) }, faults };
}

/** Reads cases; an id may stand only once. */
export function readReplayCases(source: JsonLinesSource): { cases: ReplayCase[]; faults: KnowledgeFault[] } {
  const { lines, faults } = readJsonLines(ReplayCase, source);
  const places = new Map<string, number>();
  for (const { line, value } of lines) {
    const elsewhere = places.get(value.id);
    if (elsewhere !== undefined)
      faults.push({
        file: source.file,
        line,
        message: `The id "${value.id}" is taken (line ${elsewhere}). Rename one.`,
      });
    places.set(value.id, line);
  }
  return { cases: lines.map(({ value }) => value), faults };
}
