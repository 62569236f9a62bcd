import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type LabelledCase,
  type LabelledTask,
  type QuestionCase,
  readLabelled,
  readQuestions,
  type Task,
} from './case-file.ts';
import { halfOf, type Part, partOf } from './part.ts';

export type Origin = 'own' | 'shared';

interface SetOf<T extends Task, C> {
  /** Its file's name; shared files have `shared-` before it. */
  name: string;
  task: T;
  origin: Origin;
  cases: readonly C[];
}
export type LabelledSet = SetOf<LabelledTask, LabelledCase>;
export type QuestionSet = SetOf<'questions', QuestionCase>;
export type EvalSet = LabelledSet | QuestionSet;

/** Some cases of a set that are judged together. */
export interface Portion<C> {
  /** The set's name and which part of it, for example `situations (judge)`. */
  name: string;
  task: Task;
  part: Part | 'all';
  cases: readonly C[];
}

/** A set that was looked for and not evaluated, and why. */
export interface Skipped {
  name: string;
  why: string;
}

interface Wanted {
  name: string;
  task: Task;
  origin: Origin;
  file: string;
  /** An own file that nobody has written yet is no news. */
  expected: boolean;
}

const root = join(import.meta.dirname, '..');
const OWN = join(root, 'test/cases');
const SHARED = join(root, '../shared/cases');

const own = (task: Task, name: string, expected: boolean): Wanted => ({
  name,
  task,
  origin: 'own',
  file: join(OWN, `${name}.jsonl`),
  expected,
});
const shared = (task: Task): Wanted => ({
  name: `shared-${task}`,
  task,
  origin: 'shared',
  file: join(SHARED, `${task}.jsonl`),
  expected: true,
});
const withBlind = (task: Task, expected: boolean): Wanted[] => [
  own(task, task, expected),
  own(task, `fresh-${task}`, false),
  own(task, `plain-${task}`, false),
];

const WANTED: readonly Wanted[] = [
  ...withBlind('situations', true),
  own('situations', 'newer-situations', false),
  shared('situations'),
  ...withBlind('persons', true),
  ...withBlind('types', false),
  shared('types'),
  ...withBlind('duties', false),
  shared('duties'),
  ...withBlind('intents', true),
  ...withBlind('questions', true),
  shared('questions'),
];

/** The names that a run can be limited to. */
export const SET_NAMES: readonly string[] = WANTED.map(({ name }) => name);

/** Reads every case file there is. @throws CaseFileError that names file and line of a bad case. */
export function loadSets(): { sets: EvalSet[]; skipped: Skipped[] } {
  const sets: EvalSet[] = [];
  const skipped: Skipped[] = [];
  for (const { name, task, origin, file, expected } of WANTED) {
    if (!existsSync(file)) {
      if (expected) skipped.push({ name, why: 'the case file is not there' });
    } else if (task === 'questions') {
      sets.push({ name, task, origin, cases: readQuestions(file) });
    } else {
      sets.push({ name, task, origin, cases: readLabelled(task, file) });
    }
  }
  return { sets, skipped };
}

export const isLabelled = (set: EvalSet): set is LabelledSet => set.task !== 'questions';
export const isQuestions = (set: EvalSet): set is QuestionSet => set.task === 'questions';

type Cut<C> = Pick<SetOf<Task, C>, 'name' | 'task' | 'origin' | 'cases'>;

/** A set as it is reported: a shared one whole, an own one by its parts, empty parts left out. */
export function portionsOf<C extends { id: string }>(set: Cut<C>): Portion<C>[] {
  const { name, task, origin, cases } = set;
  if (origin === 'shared') return [{ name, task, part: 'all', cases }];
  return (['tune', 'judge', 'late'] as const).flatMap((part) => {
    const chosen = cases.filter((each) => partOf(each) === part);
    return chosen.length === 0 ? [] : [{ name: `${name} (${part})`, task, part, cases: chosen }];
  });
}

/**
 * What learns and what is tested where something learns from cases: the half `tune` of every set of the task is for learning,
 * and each portion beyond it is tested by itself. Shared sets are halved in the same way, by the hash of the id.
 */
export function halvesOf<C extends { id: string }>(
  sets: readonly Cut<C>[],
): { train: C[]; test: Portion<C>[] } {
  const train: C[] = [];
  const test: Portion<C>[] = [];
  for (const set of sets) {
    const portions =
      set.origin === 'own'
        ? portionsOf(set)
        : (['tune', 'judge'] as const).map((part) => ({
            name: `${set.name} (${part})`,
            task: set.task,
            part,
            cases: set.cases.filter(({ id }) => halfOf(id) === part),
          }));
    for (const portion of portions) {
      if (portion.part === 'tune') train.push(...portion.cases);
      else if (portion.cases.length > 0) test.push(portion);
    }
  }
  return { train, test };
}
