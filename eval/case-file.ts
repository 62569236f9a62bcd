import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Intent, JobDescription } from '../src/advisor/advisor.ts';
import type { JobFamily } from '../src/advisor/duties/duty.ts';
import { Subject } from '../src/advisor/fact.ts';
import { Section } from '../src/advisor/passage.ts';
import { COO_TYPES } from '../src/advisor/rule.ts';
import { ROLES } from '../src/advisor/verdict.ts';

/** What is put to the advisor; each has its own kind of case file. */
export const TASKS = ['situations', 'persons', 'types', 'duties', 'intents', 'questions'] as const;
export type Task = (typeof TASKS)[number];
export type LabelledTask = Exclude<Task, 'questions'>;

/** A text with the label it should get. */
export interface LabelledCase {
  id: string;
  text: string;
  label: string;
  /** Every label that counts as right; the label itself is among them unless the file says otherwise. */
  accept: readonly string[];
  subject?: Subject;
  /** For duties: the job that `text` is the words of; without it the text is an advert, as pasted. */
  job?: JobDescription;
}

/** A question, whether the knowledge answers it (`related`: of the field, but beyond it), and from which sections. */
export interface QuestionCase {
  id: string;
  text: string;
  answerable: 'yes' | 'related' | 'no';
  sections: readonly Section[];
}

const INTENTS = ['ask', 'check', 'unclear'] as const satisfies readonly Intent[];
const FAMILIES = [
  'executive-operations',
  'hands-on-implementation',
  'mixed',
  'out-of-scope',
] as const satisfies readonly JobFamily[];

const Id = z.string().min(1);
const Text = z.string().min(1);
const labelledLine = (labels: readonly string[]) => {
  const Label = z.enum(labels);
  return z
    .object({
      id: Id,
      text: Text,
      label: Label,
      accept: z.array(Label).min(1).optional(),
      subject: Subject.optional(),
    })
    .transform(
      ({ id, text, label, accept = [label], subject }): LabelledCase => ({
        id,
        text,
        label,
        accept,
        ...(subject && { subject }),
      }),
    );
};

const IntentLine = z
  .object({ id: Id, text: Text, intent: z.enum(INTENTS), accept: z.array(z.enum(INTENTS)).min(1).optional() })
  .transform(
    ({ id, text, intent, accept = [intent] }): LabelledCase => ({ id, text, label: intent, accept }),
  );

const DutiesLine = z
  .object({ id: Id, title: z.string().optional(), duties: z.array(Text).min(1), label: z.enum(FAMILIES) })
  .transform(({ id, title, duties, label }): LabelledCase => {
    const text = [...(title === undefined ? [] : [title]), ...duties].join('\n');
    return { id, text, label, accept: [label], job: { ...(title !== undefined && { title }), duties } };
  });

const QuestionLine = z
  .object({
    id: Id,
    question: Text,
    answerable: z.enum(['yes', 'related', 'no']),
    sections: z.array(Section).default([]),
  })
  .refine(({ answerable, sections }) => answerable !== 'yes' || sections.length > 0, {
    path: ['sections'],
    message: 'an answerable question needs a section',
  })
  .transform(
    ({ id, question, answerable, sections }): QuestionCase => ({ id, text: question, answerable, sections }),
  );

const RoleLine = labelledLine(ROLES);
const LABELLED_LINES: Record<LabelledTask, z.ZodType<LabelledCase>> = {
  situations: RoleLine,
  persons: RoleLine,
  types: labelledLine(COO_TYPES),
  duties: DutiesLine,
  intents: IntentLine,
};

/** A case file that cannot be used; the message begins with `file:line`. */
export class CaseFileError extends Error {
  readonly code = 'case_file';
}

export const readLabelled = (task: LabelledTask, file: string): LabelledCase[] =>
  parseCases(LABELLED_LINES[task], file, readFileSync(file, 'utf8'));

export const readQuestions = (file: string): QuestionCase[] =>
  parseCases(QuestionLine, file, readFileSync(file, 'utf8'));

/** JSON Lines to cases; blank lines are passed over. @throws CaseFileError at the first bad line or repeated id. */
export function parseCases<C extends { id: string }>(Line: z.ZodType<C>, file: string, source: string): C[] {
  const seen = new Set<string>();
  return source.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const fault = (message: string) => new CaseFileError(`${file}:${at + 1} ${message}`);
    const parsed = Line.safeParse(jsonOf(line, fault));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw fault(`"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'is not as expected'}.`);
    }
    const found = parsed.data;
    if (seen.has(found.id)) throw fault(`The id "${found.id}" is there twice. Give each case its own.`);
    seen.add(found.id);
    return [found];
  });
}

function jsonOf(line: string, fault: (message: string) => CaseFileError): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw fault('The line is not JSON. Write one JSON object a line.');
  }
}
