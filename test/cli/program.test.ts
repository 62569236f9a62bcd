import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { aFolder } from '../support/folders.ts';
import { rolefit } from '../support/terminal.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const folder = aFolder(afterAll);

describe('rolefit check', () => {
  test('reads the words after it, and prints the advice with its passages', async () => {
    const { exitCode, out, err } = await rolefit(['check', ...STORY.split(' ')]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^You need an implementer/);
    expect(out).toContain('[What an implementer is]');
    expect(err).toBe('');
  });

  test.each([[[]], [['-']]])('reads standard input when the words are %j', async (words) => {
    expect((await rolefit(['check', ...words], STORY)).out).toMatch(/^You need an implementer/);
  });

  test('takes a list that begins with a dash for a text', async () => {
    expect((await rolefit(['check', '- we plan a lot\n- nothing gets finished'])).out).toMatch(/implementer/);
  });

  test('--json prints what outside checks rely on', async () => {
    const { out } = await rolefit(['check', '--json', STORY]);
    const advice = JSON.parse(out);
    expect(advice).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{12}$/),
      subject: 'situation',
      facts: expect.arrayContaining([
        {
          name: 'companySize',
          value: 14,
          source: 'extracted',
          evidence: { text: '14 people', start: 7, end: 16 },
        },
      ]),
      verdict: {
        role: 'implementer',
        settled: false,
        margin: expect.any(Number),
        rulebook: expect.any(String),
      },
      counterfactuals: expect.arrayContaining([
        { change: [{ name: expect.any(String), from: null, to: true }], role: 'both' },
      ]),
      nextQuestion: { fact: expect.any(String), text: expect.stringMatching(/\?$/) },
      text: expect.stringMatching(/^You need an implementer/),
    });
    expect(advice.verdict.rules[0]).toMatchObject({
      id: expect.any(String),
      effect: 'supports',
      weight: expect.any(Number),
      passage: expect.any(String),
    });
    expect(advice.citations[0]).toEqual({ passage: expect.any(String), section: expect.any(String) });
  });

  test('--facts takes facts in place of text, from a file or from standard input', async () => {
    const facts = '{"companySize": 300, "ceoFocus": "daily-operations", "executionGap": null}';
    const file = join(folder, 'facts.json');
    writeFileSync(file, facts);
    const fromFile = await rolefit(['check', '--json', '--facts', file]);
    const fromStdin = await rolefit(['check', '--json', '--facts', '-'], facts);
    expect(JSON.parse(fromFile.out)).toMatchObject({
      verdict: { role: 'coo' },
      facts: [
        { name: expect.any(String), source: 'stated' },
        { name: expect.any(String), source: 'stated' },
      ],
    });
    expect(fromStdin.out).toBe(fromFile.out);
  });

  test('--subject says what the text is about', async () => {
    const { out } = await rolefit(['check', '--json', '--subject', 'job', STORY]);
    expect(JSON.parse(out).subject).toBe('job');
  });

  test('says so when a text is too long to be read whole', async () => {
    const { err, exitCode } = await rolefit(['check'], `${STORY}. `.repeat(400));
    expect(err).toBe('Only the first 20,000 characters were read.\n');
    expect(exitCode).toBe(0);
  });

  test('--json says so too, and only then', async () => {
    const cut = await rolefit(['check', '--json'], `${STORY}. `.repeat(400));
    const whole = await rolefit(['check', '--json'], STORY);
    expect(JSON.parse(cut.out).truncated).toBe(true);
    expect(JSON.parse(whole.out)).not.toHaveProperty('truncated');
  });
});

describe('rolefit facts', () => {
  test('lists names, values, subjects and questions', async () => {
    const { out, exitCode } = await rolefit(['facts']);
    expect(exitCode).toBe(0);
    expect(out).toContain('executionGap: true or false (situation)\n  Do ideas and plans pile up');
    expect(out).toMatch(/^ceoFocus: one of: .+ \(.*situation.*\)$/m);
  });

  test('--subject --json lists what a check of the subject takes', async () => {
    const facts: { name: string; subjects: string[] }[] = JSON.parse(
      (await rolefit(['facts', '--subject', 'job', '--json'])).out,
    );
    expect(facts.length).toBeGreaterThan(5);
    expect(facts.every(({ subjects }) => subjects.includes('job'))).toBe(true);
  });

  test('check --help names it', async () => {
    expect((await rolefit(['check', '--help'])).out).toContain('rolefit facts');
  });
});

test.each(['check', 'ask'])('rolefit %s says so when a text is not English', async (command) => {
  const { exitCode, err } = await rolefit([command, 'Wir sind vierzehn Leute und nichts wird jemals fertig']);
  expect(err).toBe('This does not read as English. Rolefit reads English only.\n');
  expect(exitCode).toBe(0);
});

describe('rolefit ask', () => {
  test('prints the answer and where it is from', async () => {
    const { out } = await rolefit(['ask', 'What', 'does', 'COO', 'stand', 'for?']);
    expect(out).toMatch(/chief operating officer/i);
    expect(out).toMatch(/From: /);
  });

  test('--json prints the best three passages, answered or not', async () => {
    for (const question of ['What is an implementer?', 'Which pizza is best?']) {
      const answer = JSON.parse((await rolefit(['ask', '--json', question])).out);
      expect(answer.nearest).toHaveLength(3);
      expect(answer.nearest[0]).toMatchObject({
        passage: expect.any(String),
        section: expect.any(String),
        score: expect.any(Number),
      });
    }
  });
});

describe('rolefit knowledge', () => {
  test('finds the knowledge that comes with it in order', async () => {
    expect(await rolefit(['knowledge'])).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/in order\.\n$/),
    });
  });

  test('names file and line of a fault, and exits 1', async () => {
    const bad = join(folder, 'knowledge');
    mkdirSync(join(bad, 'passages'), { recursive: true });
    mkdirSync(join(bad, 'rules'));
    for (const name of ['rulebook.yaml', 'facts.yaml', 'search.yaml'])
      writeFileSync(join(bad, name), readFileSync(join(import.meta.dirname, '../../knowledge', name)));
    writeFileSync(join(bad, 'rules', 'one.yaml'), 'rules:\n  - id: Shouted\n');
    const { exitCode, out } = await rolefit(['knowledge', bad]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/rules\/one\.yaml:2 /);
    expect(out).toMatch(/\d+ faults?\.\n$/);
  });
});

describe('wrong usage', () => {
  test.each([
    [['chekc', 'x'], "Unknown command 'chekc'. Did you mean check?"],
    [['check', '--jsno', 'x'], "Unknown option '--jsno'. Did you mean --json?"],
    [
      ['help', 'bogus'],
      'There is no command "bogus". Use one of: check, facts, ask, batch, knowledge, start, manifest, export, import, keys, erase, forget, help.',
    ],
    [['check'], 'There is no text. Give one, for example: rolefit check "We are 14 people ..."'],
    [['ask'], 'There is no text. Give one, for example: rolefit ask "What is an implementer?"'],
    [['check', '--facts', '/nowhere.json'], 'There is no file "/nowhere.json".'],
    [['check', '--facts', folder], `"${folder}" is a folder. Name a file.`],
    [['check', '--facts', '-', 'text'], 'Give either a text or --facts, not both.'],
    [['batch', 'check', '/nowhere.jsonl'], 'There is no file "/nowhere.jsonl".'],
    [['knowledge', '/nowhere'], 'There is no folder "/nowhere".'],
  ])('%j is answered by one sentence and exit code 2', async (args, sentence) => {
    expect(await rolefit(args)).toEqual({ exitCode: 2, out: '', err: `${sentence}\n` });
  });

  test.each([
    ['not json', 'The facts are not a JSON object. Write them as {"companySize": 14}.'],
    ['[14]', 'The facts are not a JSON object. Write them as {"companySize": 14}.'],
    ['{"companySize": "many"}', '"companySize" is "many", but it takes a whole number.'],
    ['{"ceoFocus": "golf"}', '"ceoFocus" is "golf", but it takes one of: '],
    ['{"shoeSize": 43}', 'There is no fact "shoeSize" of a situation. Use one of: '],
  ])('facts written as %s are refused with the remedy', async (facts, sentence) => {
    const { exitCode, err } = await rolefit(['check', '--facts', '-'], facts);
    expect(exitCode).toBe(2);
    expect(err.startsWith(sentence)).toBe(true);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('no arguments end with 0 or 2 and at most one line on standard error', async () => {
    const word = fc.oneof(
      fc.constantFrom('check', 'ask', 'batch', 'help', '--json', '--facts', '--subject', '-', '--', '-h'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 4 }), fc.string(), async (args, input) => {
        const { exitCode, err } = await rolefit(args, input);
        expect([0, 2]).toContain(exitCode);
        expect(err.trim().split('\n').length).toBe(1);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([[[]], [['help']], [['--help']]])('%j shows help with examples', async (args) => {
  const { exitCode, out } = await rolefit(args);
  expect(exitCode).toBe(0);
  expect(out).toContain('rolefit check "We are 14 people');
});

test('help says how to run it in a clone, and of one command what --help says', async () => {
  expect((await rolefit(['help'])).out).toContain('npm run -s rolefit --');
  expect(await rolefit(['help', 'batch'])).toEqual(await rolefit(['batch', '--help']));
});

test.each([['--version'], ['-V']])('%s prints the version', async (option) => {
  expect(await rolefit([option])).toEqual({ exitCode: 0, out: `${packageJson.version}\n`, err: '' });
});

/** The command as a process of its own, with pipes for streams. */
function rolefitProcess(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [join(import.meta.dirname, '../../src/cli.ts'), ...args], {
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
  });
}
const ended = (child: ReturnType<typeof rolefitProcess>) =>
  new Promise<number | null>((resolve) => child.on('close', resolve));

describe('as a process', () => {
  test.each([
    ['a pipe', {}, false],
    ['a pipe with CI', { CI: 'true' }, false],
    ['a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['a pipe with FORCE_COLOR and NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('into %s it writes colours: %o → %s', async (_, env, coloured) => {
    const child = rolefitProcess(['check', STORY], env);
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    expect(await ended(child)).toBe(0);
    expect(out.includes('\u001b[')).toBe(coloured);
  });

  test('ends quietly when its reader stops early', async () => {
    const child = rolefitProcess(['batch', 'check']);
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => undefined);
    for (let id = 0; id < 2_000; id += 1) child.stdin.write(`${JSON.stringify({ id, text: STORY })}\n`);
    child.stdin.end();
    expect(await ended(child)).toBe(0);
    expect(err).toBe('');
  });
});

test('"start" starts the app', async () => {
  let started = 0;
  const startApp = async (): Promise<void> => {
    started += 1;
  };
  expect(await rolefit(['start'], null, {}, startApp)).toEqual({ exitCode: 0, out: '', err: '' });
  expect(started).toBe(1);
});
