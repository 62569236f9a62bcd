import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { Subject } from '../advisor/fact.ts';
import type { OpenAdvisor } from '../knowledge/open-advisor.ts';
import { adviceJson } from './check.ts';

const Id = z.union([z.string(), z.number()]);
const TextLine = z.object({ id: Id, text: z.string() });
const CheckLine = TextLine.extend({ subject: Subject.optional() });
const QuestionLine = z.object({ id: Id, question: z.string() });
const DutiesLine = z.object({ id: Id, title: z.string().nullish(), duties: z.array(z.string()) });

/** The longest line that is read, in UTF-16 code units. */
const MAX_LINE = 1_000_000;

/** A line that cannot be used; the message is a sentence for the person. */
class LineError extends Error {
  readonly code = 'batch_line';
}

/** Reads one line's JSON; throws a LineError. */
function parseLine<S extends z.ZodType>(
  schema: S,
  line: string,
  wanted = 'an id and the text or question',
): z.infer<S> {
  if (line.length > MAX_LINE)
    throw new LineError('The line is longer than 1,000,000 characters. Split the text.');
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw new LineError('The line is not JSON. Write one JSON object a line.', { cause });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'The object';
  throw new LineError(`${where} is missing or of the wrong kind. Give ${wanted}.`);
}

/** What a kind of batch does with one line. */
export const BATCH_KINDS = {
  check: (advisor: OpenAdvisor, line: string) => {
    const { id, text, subject } = parseLine(CheckLine, line);
    const advice = advisor.check(text, subject);
    return { ...adviceJson(advisor, advice, text), id, verdictId: advice.id };
  },
  type: (advisor: OpenAdvisor, line: string) => {
    const { id, text } = parseLine(TextLine, line);
    return { id, types: advisor.types(text) };
  },
  duties: (advisor: OpenAdvisor, line: string) => {
    const { id, title, duties } = parseLine(
      DutiesLine,
      line,
      'an id, a list of duties and, if there is one, the title as text',
    );
    return { id, ...advisor.duties(title ? { title, duties } : { duties }) };
  },
  ask: (advisor: OpenAdvisor, line: string) => {
    const { id, question } = parseLine(QuestionLine, line);
    return { id, ...advisor.ask(question) };
  },
} as const;
export type BatchKind = keyof typeof BATCH_KINDS;

/** A line of each kind. */
export const BATCH_EXAMPLES: Readonly<Record<BatchKind, string>> = {
  check: '{"id": 1, "text": "We are 14 people and nothing gets finished", "subject": "situation"}',
  type: '{"id": 1, "text": "She was expected to succeed the founder."}',
  duties: '{"id": 1, "title": "Office Assistant", "duties": ["Keep the minutes.", "Schedule meetings."]}',
  ask: '{"id": 1, "question": "What is an implementer?"}',
};

/** What the help says of the lines. */
export const BATCH_HELP = `
A line of each kind ("subject" and "title" may be left out):
${Object.entries(BATCH_EXAMPLES)
  .map(([kind, line]) => `  ${kind.padEnd(8)} ${line}`)
  .join('\n')}

Each gives a line with its id. A line that cannot be used gives {"line": 3, "error": "..."}, counted from 1,
and the rest go on.`;

/**
 * JSON Lines in, JSON Lines out, in the same order and in constant memory. A line that cannot be used gives
 * `{"line", "error"}`, counted from 1, and the rest go on. Blank lines are passed over.
 */
export async function runBatch(kind: BatchKind, advisor: OpenAdvisor, input: Readable, output: Writable) {
  let number = 0;
  for await (const raw of linesOf(input)) {
    number += 1;
    const line = raw.replace(/^\uFEFF/, '').trim();
    if (line === '') continue;
    const result = resultOf(kind, advisor, line, number);
    if (!output.write(`${JSON.stringify(result)}\n`))
      await new Promise((resolve) => output.once('drain', resolve));
  }
}

function resultOf(kind: BatchKind, advisor: OpenAdvisor, line: string, number: number): object {
  try {
    return BATCH_KINDS[kind](advisor, line);
  } catch (error) {
    if (error instanceof LineError) return { line: number, error: error.message };
    throw error;
  }
}

/** Lines end with a line feed alone: U+2028, which Node's own reader of lines takes for an end too, may stand in a text. */
async function* linesOf(input: Readable): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
    const [first = '', ...more] = chunk.split('\n');
    rest += first;
    for (const next of more) {
      yield rest;
      rest = next;
    }
  }
  if (rest !== '') yield rest;
}
