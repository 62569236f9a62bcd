import fc from 'fast-check';
import { BATCH_KINDS } from '../../src/cli/batch.ts';
import { checkFactsJson } from '../../src/cli/check.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { advisor } from '../properties/arbitraries.ts';
import { aFolder } from '../support/folders.ts';
import { rolefit } from '../support/terminal.ts';
import { anyJson, mutated, nastyText, someMutations } from './hostile.ts';
import type { Watch } from './watch.ts';

interface Share {
  runs: number;
  seed: number;
}

const aBatchLine = fc
  .record({
    line: fc.record({
      id: fc.oneof(nastyText, fc.integer()),
      text: nastyText,
      question: nastyText,
      title: nastyText,
      duties: fc.array(nastyText, { maxLength: 5 }),
      subject: fc.constantFrom('situation', 'job', '__proto__'),
    }),
    changes: someMutations,
    odd: anyJson,
    isOdd: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ line, changes, odd, isOdd }) =>
    isOdd === 0 ? JSON.stringify(odd ?? null) : mutated(line, changes),
  );

/** Lines for `rolefit batch` on standard input: each gives one line, with an id or with an error. */
export async function fuzzBatch(watch: Watch, { runs, seed }: Share): Promise<void> {
  // Each kind reads all of the knowledge first; for a few lines one of them does.
  const kinds = Object.keys(BATCH_KINDS).slice(0, Math.ceil(runs / 100));
  const lines = fc.sample(aBatchLine, { numRuns: runs, seed });
  const each = Math.ceil(runs / kinds.length);
  for (const [at, kind] of kinds.entries()) {
    const input = lines.slice(at * each, (at + 1) * each);
    if (input.length === 0) continue;
    watch.count('batch', input.length);
    const { out, exitCode } = await rolefit(['batch', kind], input.join('\n'));
    const answers = out.trimEnd().split('\n');
    if (exitCode !== 0 || answers.length !== input.length)
      watch.find(
        'crash',
        `batch ${kind} gave ${answers.length} lines for ${input.length}, exit code ${exitCode}`,
        input.join('\n'),
      );
    for (const answer of answers) if (!/^\{.*\}$/.test(answer)) watch.find('crash', answer, kind);
  }
}

const someFacts = fc.oneof(
  fc
    .dictionary(
      fc.oneof(fc.constantFrom('companySize', 'ceoFocus', '__proto__', 'constructor', 'toString'), nastyText),
      anyJson,
      { maxKeys: 4 },
    )
    .map((facts) => JSON.stringify(facts)),
  anyJson.map((json) => JSON.stringify(json) ?? ''),
  nastyText,
);

/** Facts as JSON, as `rolefit check --facts` takes them. */
export async function fuzzFacts(watch: Watch, { runs, seed }: Share): Promise<void> {
  for (const json of fc.sample(someFacts, { numRuns: runs, seed }))
    await watch.tries('facts', json, () => {
      try {
        const { facts } = checkFactsJson(advisor, 'situation', json);
        if (({} as { isAdmin?: unknown }).isAdmin !== undefined)
          watch.find('crash', 'a prototype was changed', json);
        for (const { name } of facts)
          if (!advisor.rulebook.facts.some((known) => known.name === name))
            watch.find('crash', `${name} is no fact`, json);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
      }
    });
}

const COMMANDS = [
  'check',
  'ask',
  'batch',
  'knowledge',
  'facts',
  'export',
  'import',
  'keys',
  'erase',
  'forget',
  'manifest',
  'help',
  '--help',
  '--version',
];
const OPTIONS = [
  '--json',
  '--facts',
  '--subject',
  '--llm',
  '--replay',
  '--record',
  '--yes',
  '--edited',
  '--workspace',
  '-',
  '--',
  '--__proto__',
  '-x',
];
const someArguments = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...COMMANDS) }, { weight: 1, arbitrary: nastyText }),
  fc.array(fc.oneof(fc.constantFrom(...OPTIONS), nastyText), { maxLength: 4 }),
  nastyText,
);

/** What is typed after `rolefit`: done, or one sentence and exit code 1 or 2. What needs the whole advisor is tried seldom. */
export async function fuzzArguments(watch: Watch, { runs, seed }: Share): Promise<void> {
  const dataDir = aFolder();
  for (const [at, [command, rest, input]] of fc.sample(someArguments, { numRuns: runs, seed }).entries()) {
    // A real run gets no NUL in its arguments; the system refuses it.
    const args = [command, ...rest].map((one) => one.replaceAll('\0', ''));
    if (/^(?:check|ask|facts|batch)$/.test(command) && at % 20 > 0) args.push('--no-such-option');
    if (/^(?:export|import|knowledge)$/.test(command))
      args.splice(1, args.length, `${dataDir}/${at}`, ...args.slice(1).filter((one) => one.startsWith('--')));
    await watch.tries('arguments', JSON.stringify(args), async () => {
      const { exitCode, err } = await rolefit(args, input, { ROLEFIT_DATA_DIR: dataDir });
      if (![0, 1, 2].includes(exitCode)) watch.find('crash', `exit code ${exitCode}`);
      if (/\n {4}at /.test(err)) watch.find('crash', err);
    });
  }
}
