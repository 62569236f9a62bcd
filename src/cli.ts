#!/usr/bin/env node
import { createReadStream, existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Subject } from './advisor/fact.ts';
import { BATCH_KINDS, type BatchKind, runBatch } from './cli/batch.ts';
import { checkKnowledge } from './knowledge/check.ts';
import { KNOWLEDGE_DIR, openAdvisor } from './knowledge/open-advisor.ts';

const HELP = `rolefit check "We are 14 people and nothing gets finished" [--subject situation|candidate|job] [--json]
rolefit ask "What is a COO?" [--json]
rolefit batch check|type|duties|ask [FILE]   JSON Lines in, JSON Lines out
rolefit knowledge
`;

/** Wrong usage: one sentence for stderr, exit code 2. */
class UsageError extends Error {
  readonly code = 'usage';
}

const ROLE_WORDS = {
  coo: 'a chief operating officer',
  implementer: 'an implementer',
  both: 'both a chief operating officer and an implementer',
  'neither-yet': 'neither of the two yet',
  undecided: 'not decided yet',
} as const;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, subject: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [command, ...words] = positionals;
  const text = words.join(' ').trim();
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (values.help || command === 'help' || command === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  if (command === 'knowledge') {
    const { faults, summary } = checkKnowledge(KNOWLEDGE_DIR);
    for (const { file, line, message } of faults) print(`${file}:${line} ${message}`);
    if (faults.length === 0) print(summary);
    return faults.length > 0 ? 1 : 0;
  }
  if (command === 'batch') return batch(words);
  if (command !== 'check' && command !== 'ask')
    throw new UsageError(`There is no command "${command}". Use check, ask, batch or knowledge.`);
  if (text === '') throw new UsageError(`Say what to ${command}, for example: rolefit ${command} "..."`);
  const advisor = openAdvisor();
  if (command === 'ask') {
    const answer = advisor.ask(text);
    print(values.json ? JSON.stringify(answer) : answer.text);
    return 0;
  }
  const subject = Subject.safeParse(values.subject ?? 'situation');
  if (!subject.success) throw new UsageError('The subject is situation, candidate or job.');
  const advice = advisor.check(text, subject.data);
  const lines = [
    `Rolefit's advice: ${ROLE_WORDS[advice.verdict.role]}.`,
    ...advice.verdict.rules.map(({ says, passage }) => `- ${says} [${passage}]`),
    ...(advice.nextQuestion ? [`Next question: ${advice.nextQuestion.text}`] : []),
  ];
  print(values.json ? JSON.stringify({ ...advice, text: lines.join('\n') }) : lines.join('\n'));
  return 0;
}

const isBatchKind = (kind: string | undefined): kind is BatchKind =>
  kind !== undefined && Object.hasOwn(BATCH_KINDS, kind);

async function batch([kind, file]: readonly string[]): Promise<number> {
  if (!isBatchKind(kind)) throw new UsageError('Say which batch: check, type, duties or ask.');
  if (file !== undefined && file !== '-' && !existsSync(file))
    throw new UsageError(`There is no file "${file}".`);
  const input = file === undefined || file === '-' ? process.stdin : createReadStream(file);
  await runBatch(kind, openAdvisor(), input, process.stdout);
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  process.stderr.write(
    isUsage ? `${error.message}\n` : 'Rolefit could not do that. Run: rolefit knowledge\n',
  );
  process.exitCode = isUsage ? 2 : 1;
}
