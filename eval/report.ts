import { type Contest, OURS } from './comparison.ts';
import { pooledRobustness } from './pooled-robustness.ts';
import type { Results } from './results.ts';
import type { LabelledScore, QuestionScore } from './score.ts';
import { type Cell, percent, points, table, withRange } from './table.ts';
import { TRANSFORMATIONS } from './transformations.ts';

/** A part of the report under a name of its own, by which the document holds a place for it. */
export interface Section {
  id: string;
  title: string;
  body: string;
}

/** The figures as Markdown; sections without figures are left out. */
export function reportOf(results: Results): Section[] {
  const sections = [
    section('sets', 'Verdicts, types and intents: percent, with 95 % intervals', labelledTable(results)),
    section('questions', 'Questions: percent, with 95 % intervals', questionTable(results)),
    section('skipped', 'Skipped', skippedList(results)),
    section('baselines', 'Beside baselines, on the same held-out cases: percent', contestTable(results)),
    section('baselines-f1', 'Beside baselines: macro-F1', contestF1Table(results)),
    section(
      'engines',
      'Beside search engines, on the same held-out questions: percent',
      enginesTable(results),
    ),
    section('robustness', 'Robustness: change in points', robustnessTable(results)),
    section('names', 'Names swapped: conclusions that changed', namesTable(results)),
    section('languages', 'Other languages', languagesTable(results)),
    section('calibration', 'Calibration: accuracy by margin', calibrationTable(results)),
    section('confusion', 'What was read as what, without the tune half', confusionTables(results)),
  ];
  return sections.filter(({ body }) => body !== '');
}

const section = (id: string, title: string, body: string): Section => ({ id, title, body });

/** A table, or nothing when it has no rows. */
const filled = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  rows.length === 0 ? '' : table(head, rows);

const labelledTable = ({ labelled }: Results): string =>
  filled(
    [
      'set',
      'n',
      'leading figure',
      'accuracy',
      'macro-F1',
      'coverage',
      'accuracy on covered',
      'top-2',
      'mixed in scope',
    ],
    labelled.map(({ name, score }) => [
      name,
      score.n,
      withRange(score.leading),
      percent(score.accuracy),
      percent(score.macroF1),
      percent(score.coverage),
      percent(score.accuracyOnCovered),
      percent(score.top2),
      percent(score.mixedInScope),
    ]),
  );

/** What is told of a method's questions, after their number. */
const QUESTION_FIGURES = ['handled rightly', 'hit@1', 'hit@3', 'MRR', 'refusal precision', 'refusal recall'];

const questionFigures = (score: QuestionScore): Cell[] => [
  withRange(score.leading),
  percent(score.hit1),
  percent(score.hit3),
  percent(score.mrr),
  percent(score.refusalPrecision),
  percent(score.refusalRecall),
];

const questionTable = ({ questions }: Results): string =>
  filled(
    ['set', 'n', ...QUESTION_FIGURES],
    questions.map(({ name, score }) => [name, score.n, ...questionFigures(score)]),
  );

const skippedList = ({ skipped }: Results): string =>
  skipped.map(({ name, why }) => `- ${name}: ${why}`).join('\n') || 'Nothing was skipped.';

const contestTable = ({ labelledContests }: Results): string =>
  contest(labelledContests, ({ leading }) => withRange(leading));

const contestF1Table = ({ labelledContests }: Results): string =>
  contest(labelledContests, ({ macroF1 }) => percent(macroF1));

function contest(contests: readonly Contest<LabelledScore>[], cell: (score: LabelledScore) => Cell): string {
  const methods = contests[0]?.scores.map(({ method }) => method) ?? [];
  return filled(
    ['held-out set', 'n', 'learned from', ...methods],
    contests.map(({ name, learned, scores }) => [
      name,
      scores[0]?.score.n,
      learned,
      ...scores.map(({ score }) => cell(score)),
    ]),
  );
}

const enginesTable = ({ questionContests }: Results): string =>
  filled(
    ['held-out set', 'n', 'method', ...QUESTION_FIGURES],
    questionContests.flatMap(({ name, scores }) =>
      scores.map(({ method, score }) => [
        method === OURS ? name : '',
        method === OURS ? score.n : '',
        method,
        ...questionFigures(score),
      ]),
    ),
  );

const robustnessTable = ({ robustness }: Results): string =>
  filled(
    ['set', 'as written', ...TRANSFORMATIONS.map(({ name }) => name)],
    [...robustness, ...pooledRobustness(robustness)].map(({ name, untransformed, effects }) => [
      name,
      percent(untransformed),
      ...TRANSFORMATIONS.map((transformation): Cell => {
        const effect = effects.find((each) => each.transformation === transformation.name);
        if (effect === undefined) return undefined;
        const change = points(effect.before, effect.after);
        return effect.changed === effect.cases && effect.before === untransformed
          ? change
          : `${change} (${effect.changed})`;
      }),
    ]),
  );

const namesTable = ({ robustness }: Results): string =>
  filled(
    ['set', 'texts with names', 'changed'],
    robustness
      .filter(({ names }) => names.withNames > 0)
      .map(({ name, names }) => [
        name,
        names.withNames,
        [names.different.length, ...names.different].join(' '),
      ]),
  );

const languagesTable = ({ languages }: Results): string =>
  filled(
    ['language', 'situations', 'undecided', 'decided all the same', 'questions', 'refused'],
    languages.map(({ language, situations, undecided, decided, questions, refused }) => [
      language,
      situations,
      undecided,
      decided.join(', ') || undefined,
      questions,
      refused,
    ]),
  );

const calibrationTable = ({ calibration }: Results): string =>
  filled(
    ['margin', 'verdicts', 'right', 'accuracy (95 % interval)'],
    calibration.map(({ label, count, right, accuracy, interval }) => [
      label,
      count,
      right,
      withRange({ value: accuracy, interval }),
    ]),
  );

const confusionTables = ({ confusion }: Results): string =>
  confusion
    .map(({ task, counts }) => {
      const expected = [...counts.keys()].sort();
      const got = [...new Set([...counts.values()].flatMap((row) => [...row.keys()]))].sort();
      const rows = expected.map((label) => [
        label,
        ...got.map((each) => counts.get(label)?.get(each) ?? '·'),
      ]);
      return table([`${task}: expected ↓, got →`, ...got], rows);
    })
    .join('\n\n');
