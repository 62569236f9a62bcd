import type { Writable } from 'node:stream';
import { Argument, Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { Advisor } from '../advisor/advisor.ts';
import { SUBJECTS, type Subject } from '../advisor/fact.ts';
import type { Advice } from '../advisor/verdict.ts';
import { ConfigError, readLlmConfig } from '../config.ts';
import { KNOWLEDGE_DIR } from '../knowledge/open-advisor.ts';
import { phraseAdvice } from '../phrasing/template.ts';
import { renderAnswer, type TextStyle } from '../phrasing/text.ts';
import { StoreError } from '../store/errors.ts';
import { BATCH_HELP, BATCH_KINDS, type BatchKind, runBatch } from './batch.ts';
import { adviceJson, adviceText, checkFactsJson } from './check.ts';
import { factLines, listedFacts } from './facts.ts';
import { cutNotice, existingFolder, fileText, linesInput, type Stdin, wordsOrStdin } from './input.ts';
import { type KnowledgeReport, knowledgeReport } from './knowledge.ts';
import { addManifestCommand } from './manifest-command.ts';
import { progressBar } from './progress.ts';
import { REPLAY_CASES, replayReport } from './replay.ts';
import { addStoreCommands } from './store-commands.ts';
import { terminalStyle } from './style.ts';
import { UsageError } from './usage-error.ts';

/** Where a command reads and writes. */
export interface Terminal {
  stdin: Stdin;
  stdout: Writable & { isTTY?: boolean };
  stderr: NodeJS.WriteStream;
  /** The environment; that of the process unless given. */
  env: Readonly<Record<string, string | undefined>>;
}

/** What the commands set to work. */
export interface Parts {
  openAdvisor(): Advisor;
  /** Starts the app, which goes on by itself. */
  startApp(): Promise<void>;
}

const NOT_ENGLISH = 'This does not read as English. Rolefit reads English only.';

const EXAMPLES = `
Examples (in a clone, write "npm run -s rolefit --" in place of "rolefit"):
  rolefit check "We are 14 people, I keep having ideas and nothing gets finished"
  rolefit check --json < story.txt
  echo '{"companySize": 300, "ceoFocus": "daily-operations"}' | rolefit check --facts -
  rolefit ask "What does an implementer do all day?"
  rolefit batch check stories.jsonl > advice.jsonl`;

/**
 * The command line. What it returns is the exit code: 0 done, 1 something is not as it should be, 2 wrong usage.
 */
export async function runCommand(args: readonly string[], terminal: Terminal, parts: Parts): Promise<number> {
  let exitCode = 0;
  const program = programOn(terminal, parts, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args.length === 0 ? ['help'] : args.map(asText), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const wrongUsage =
      error instanceof CommanderError || error instanceof UsageError || error instanceof ConfigError;
    if (!(wrongUsage || error instanceof StoreError)) throw error;
    const sentence = error instanceof CommanderError ? commandersSentence(error) : error.message;
    terminal.stderr.write(`${sentence}\n`);
    return wrongUsage ? 2 : 1;
  }
}

/** An argument of several words is text, even where it begins with a dash as a list does. */
const asText = (arg: string): string => (/^-[^-]*\s/.test(arg) ? ` ${arg}` : arg);

/** Commander's "error: unknown command 'chekc'\n(Did you mean check?)" as one line that says what to do. */
function commandersSentence({ message }: CommanderError): string {
  const [said = '', hint = '(See: rolefit --help)'] = message.replace(/^error: /, '').split('\n');
  return `${said.charAt(0).toUpperCase()}${said.slice(1).replace(/\.$/, '')}. ${hint.slice(1, -1)}`;
}

function programOn(
  terminal: Terminal,
  { openAdvisor, startApp }: Parts,
  exitWith: (code: number) => void,
): Command {
  const { stdin, stdout, stderr, env } = terminal;
  const style = terminalStyle(terminal);
  const print = (line: string): void => void stdout.write(`${line}\n`);
  const note = (line: string | null): void => void (line !== null && stderr.write(`${line}\n`));
  const program = new Command('rolefit')
    .description('Tells which role fits: a chief operating officer (COO) or an implementer, with reasons.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: () => undefined,
    })
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);

  program
    .command('check')
    .description("check a company's situation, a person's work or a job description")
    .argument('[text...]', 'what is so; without it, or with "-", standard input is read')
    .addOption(
      new Option('--subject <subject>', 'what the text is about, if not to be recognised').choices(SUBJECTS),
    )
    .option('--facts <file>', 'facts as JSON, {"name": value}, in place of text; "-" is standard input')
    .option('--json', 'print JSON')
    .option('--llm', 'let a language model put the reasons into words; the verdict stays the same')
    .addHelpText('after', '\nThe facts that --facts takes, with their values: rolefit facts')
    .action(async (words: string[], options: CheckOptions) => {
      const llm = options.llm ? readLlmConfig(env) : undefined;
      const advisor = openAdvisor();
      const advise = async (): Promise<{ advice: Advice; text?: string }> => {
        if (options.facts !== undefined) {
          if (words.length > 0) throw new UsageError('Give either a text or --facts, not both.');
          const facts = await fileText(options.facts, stdin);
          return { advice: checkFactsJson(advisor, options.subject ?? 'situation', facts) };
        }
        const text = await wordsOrStdin(words, stdin, 'rolefit check "We are 14 people ..."');
        note(cutNotice(text));
        note(advisor.isEnglish(text) ? null : NOT_ENGLISH);
        return { advice: advisor.check(text, options.subject), text };
      };
      const { advice, text } = await advise();
      const { phrasing, notice } = options.llm
        ? await (await import('./model-phrasing.ts')).phrasedByModel(advisor, advice, text, llm)
        : { phrasing: phraseAdvice(advice, advisor), notice: null };
      note(notice);
      print(
        options.json
          ? JSON.stringify(adviceJson(advisor, advice, text, phrasing))
          : adviceText(advisor, phrasing, style),
      );
    });

  program
    .command('facts')
    .description(
      'list the facts that a check can take, with their values and the questions that ask for them',
    )
    .addOption(new Option('--subject <subject>', 'only those of this subject').choices(SUBJECTS))
    .option('--json', 'print JSON')
    .action(({ subject, json }: { subject?: Subject; json?: boolean }) => {
      const facts = listedFacts(openAdvisor().rulebook, subject);
      for (const line of json ? [JSON.stringify(facts)] : factLines(facts, style)) print(line);
    });

  program
    .command('ask')
    .description('ask about the two roles')
    .argument('[question...]', 'the question; without it, or with "-", standard input is read')
    .option('--json', 'print JSON')
    .action(async (words: string[], options: { json?: boolean }) => {
      const question = await wordsOrStdin(words, stdin, 'rolefit ask "What is an implementer?"');
      note(cutNotice(question));
      const advisor = openAdvisor();
      note(advisor.isEnglish(question) ? null : NOT_ENGLISH);
      const answer = advisor.ask(question);
      print(options.json ? JSON.stringify(answer) : renderAnswer(answer, advisor.passages, style));
    });

  program
    .command('batch')
    .description('JSON Lines in, JSON Lines out, in the same order')
    .addArgument(new Argument('<kind>', 'what to do with each line').choices(Object.keys(BATCH_KINDS)))
    .argument('[file]', 'the lines; without it, or with "-", standard input is read')
    .addHelpText('after', BATCH_HELP)
    .action(async (kind: BatchKind, file: string | undefined) => {
      const input = linesInput(file, stdin);
      const progress = progressBar(input, stderr);
      await runBatch(kind, openAdvisor(), input.stream, stdout);
      progress.stop();
    });

  program
    .command('knowledge')
    .description(
      'check the knowledge, rules and signals; exit code 1 when there are faults, or a verdict flipped',
    )
    .argument('[folder]', 'the knowledge folder', KNOWLEDGE_DIR)
    .option('--replay [file]', 'run recorded cases, and list the verdicts that flipped with their causes')
    .option('--record', 'with --replay: record the verdicts as they are now')
    .option('--verbose', 'with --replay: list what moved without a flip too')
    .action((folder: string, options: KnowledgeOptions) => {
      const { ok, lines } = knowledgeLines(existingFolder(folder), options, style);
      for (const line of lines) print(line);
      exitWith(ok ? 0 : 1);
    });

  program
    .command('start')
    .description('start the Slack app as the environment says; the playground where nothing is set')
    .action(startApp);

  addManifestCommand(program, print);
  addStoreCommands(program, { environment: env, stderr, print, exitWith });

  program
    .command('help')
    .description('show this, or the help of a command')
    .argument('[command]', 'the command')
    .action((named?: string) => helpOf(program, named).outputHelp());
  return program;
}

/** Where the help is: the program's, or that of the command named. */
function helpOf(program: Command, named: string | undefined): Command {
  const found = named === undefined ? program : program.commands.find((command) => command.name() === named);
  if (found) return found;
  const names = program.commands.map((command) => command.name()).join(', ');
  throw new UsageError(`There is no command "${named}". Use one of: ${names}.`);
}

interface CheckOptions {
  subject?: Subject;
  facts?: string;
  json?: boolean;
  llm?: boolean;
}

interface KnowledgeOptions {
  replay?: string | true;
  record?: true;
  verbose?: true;
}

function knowledgeLines(
  folder: string,
  { replay, record, verbose }: KnowledgeOptions,
  style: TextStyle,
): KnowledgeReport {
  const here = process.cwd();
  if (replay === undefined) {
    if (record || verbose) throw new UsageError('--record and --verbose go with --replay. Add it.');
    return knowledgeReport(folder, here);
  }
  return replayReport({
    folder,
    here,
    cases: replay === true ? REPLAY_CASES : replay,
    record: record === true,
    verbose: verbose === true,
    style,
  });
}
