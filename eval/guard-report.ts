import { countTokens } from 'gpt-tokenizer/model/gpt-4o';
import { Subject } from '../src/advisor/fact.ts';
import { factsFor } from '../src/advisor/rulebook.ts';
import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { loadPrompts } from '../src/knowledge/prompts.ts';
import { renderPrompt } from '../src/phrasing/prompt.ts';
import { factAsked } from '../src/phrasing/proposals.ts';
import {
  type CorpusEntry,
  type CorpusFile,
  type GivenCases,
  givenCases,
  isShown,
  judged,
  readCorpus,
  reworded,
} from './guard-corpus.ts';
import { halfOf } from './part.ts';
import type { Section } from './report.ts';
import { sideBySide } from './side-by-side.ts';
import { percent, table } from './table.ts';

interface Portion {
  name: string;
  bad: readonly CorpusEntry[];
  faithful: readonly CorpusEntry[];
}

const both = (
  name: string,
  bad: CorpusFile,
  faithful: CorpusFile,
  fits = (_: CorpusEntry) => true,
): Portion => ({
  name,
  bad: readCorpus(bad).filter(fits),
  faithful: readCorpus(faithful).filter(fits),
});

const PORTIONS: readonly Portion[] = [
  both('first (tune half)', 'bad', 'faithful', ({ id }) => halfOf(id) === 'tune'),
  both('first (judge half)', 'bad', 'faithful', ({ id }) => halfOf(id) === 'judge'),
  both('sentences (tune)', 'tune-bad', 'tune-faithful'),
  both('late', 'late-bad', 'late-faithful'),
  both('last', 'last-bad', 'last-faithful'),
  both('fresh 1', 'fresh1-bad', 'fresh1-faithful'),
  both('fresh 2', 'fresh2-bad', 'fresh2-faithful'),
  both('fresh 3', 'fresh3-bad', 'fresh3-faithful'),
  both('fresh 4', 'fresh4-bad', 'fresh4-faithful'),
  both('fresh 5', 'fresh5-bad', 'fresh5-faithful'),
  both('fresh 6', 'fresh6-bad', 'fresh6-faithful'),
  both('fresh 7', 'fresh7-bad', 'fresh7-faithful'),
];

/** What the guard makes of the corpus, what a prompt takes, and ten answers in both kinds of words. */
export async function guardSections(): Promise<Section[]> {
  const cases = givenCases();
  return [
    { id: 'guard', title: 'The guard over phrasings', body: portionTable(cases) },
    { id: 'guard-classes', title: 'The guard by what is wrong', body: classTable(cases) },
    { id: 'prompt-size', title: 'What a phrasing takes', body: promptSize(cases) },
    { id: 'side-by-side', title: 'Ten answers, template and phrased', body: await sideBySide() },
  ];
}

const passes = (entry: CorpusEntry, cases: GivenCases): boolean => judged(entry, cases) === undefined;

function portionTable(cases: GivenCases): string {
  const rows = PORTIONS.filter(({ bad }) => bad.length > 0).map(({ name, bad, faithful }) => {
    const shown = bad.filter((entry) => isShown(entry, cases)).length;
    const alarms = faithful.filter((entry) => !passes(entry, cases)).length;
    const words = faithful.map((entry) => reworded(entry, cases));
    const sum = (part: 'all' | 'whole' | 'part'): number =>
      words.reduce((total, each) => total + each[part], 0);
    return [
      name,
      bad.length,
      bad.filter((entry) => passes(entry, cases)).length,
      shown,
      percent(1 - shown / bad.length),
      faithful.length,
      alarms,
      percent(alarms / faithful.length),
      sum('all'),
      percent(sum('whole') / sum('all')),
      percent(sum('part') / sum('all')),
    ];
  });
  const bad = ['bad', 'passed', 'shown', 'not shown %'];
  const faithful = ['faithful', 'refused', 'false alarms %'];
  return table(['corpus', ...bad, ...faithful, 'reworded sentences', 'as written %', 'in part %'], rows);
}

function classTable(cases: GivenCases): string {
  const all = PORTIONS.flatMap(({ bad }) => bad);
  const classes = [...new Set(all.flatMap((entry) => entry.class ?? []))].sort();
  return table(
    ['class', 'n', 'passed', 'shown', 'found as'],
    classes.map((name) => {
      const entries = all.filter((entry) => entry.class === name);
      const found = entries.map((entry) => judged(entry, cases));
      const shown = entries.filter((entry) => isShown(entry, cases));
      const kinds = Map.groupBy(
        found.filter((kind) => kind !== undefined),
        (kind) => kind,
      );
      const commonest = [...kinds].sort(([, a], [, b]) => b.length - a.length).slice(0, 3);
      return [
        name,
        entries.length,
        found.filter((kind) => kind === undefined).length,
        shown.length,
        commonest.map(([kind, times]) => `${kind} ${times.length}`).join(', '),
      ];
    }),
  );
}

function promptSize(cases: GivenCases): string {
  const { advice, facts } = loadPrompts();
  const frame = countTokens(renderPrompt(advice, { material: {}, question: '' }));
  const sizes = [...cases.values()]
    .filter(({ rules }) => rules.length > 0)
    .map(({ material, question }) => countTokens(renderPrompt(advice, { material, question })))
    .sort((a, b) => a - b);
  const answers = readCorpus('answers-faithful')
    .map(({ sentences }) => countTokens(JSON.stringify({ sentences })))
    .sort((a, b) => a - b);
  const row = (name: string, numbers: readonly number[]) => [
    name,
    numbers[0],
    numbers[Math.floor(numbers.length / 2)],
    numbers.at(-1),
  ];
  const { rulebook } = openAdvisor();
  const reading = Subject.options
    .map((subject) =>
      countTokens(renderPrompt(facts, { facts: factsFor(rulebook, subject).map(factAsked), text: '' })),
    )
    .sort((a, b) => a - b);
  return table(
    ['tokens', 'least', 'median', 'most'],
    [
      row('prompt, all', sizes),
      row('of it the fixed text', [frame, frame, frame]),
      row('answer', answers),
      row('prompt for facts, without the text', reading),
    ],
  );
}
