import type { Advisor } from '../src/advisor/advisor.ts';
import type { JobFamily } from '../src/advisor/duties/duty.ts';
import type { FactValue } from '../src/advisor/fact.ts';
import type { LabelledCase, LabelledTask, QuestionCase } from './case-file.ts';
import type { Judged, JudgedQuestion } from './metrics.ts';

/** The advisor as far as it is built: reading jobs by their duties may not be there yet. */
export type AskedAdvisor = Omit<Advisor, 'duties'> & Partial<Pick<Advisor, 'duties'>>;

/** How a case was read: the label, and where there is one the ranking behind it and how far the verdict is from flipping. */
export interface Reading {
  label: string;
  /** False when the reader held back. */
  covered: boolean;
  /** Labels best first. */
  ranked?: readonly string[];
  margin?: number;
}

/** How a question was taken. */
export interface QuestionReading {
  answered: boolean;
  /** The section that the answer is from, or would be. */
  section: string | undefined;
  /** The sections of the nearest three passages, best first. */
  nearest: readonly string[];
}

/** Puts a labelled case to the advisor as its users would. */
export function readCase(advisor: AskedAdvisor, task: LabelledTask, each: LabelledCase): Reading {
  switch (task) {
    case 'situations':
    case 'persons': {
      const { role, margin } = advisor.check(each.text, each.subject ?? 'situation').verdict;
      return { label: role, covered: role !== 'undecided', margin };
    }
    case 'types': {
      const types = advisor.types(each.text);
      const [best] = types;
      return {
        label: best?.type ?? 'none',
        covered: (best?.score ?? 0) > 0,
        ranked: types.map(({ type }) => type),
      };
    }
    case 'intents': {
      const intent = advisor.intent(each.text);
      return { label: intent, covered: intent !== 'unclear' };
    }
    case 'duties': {
      if (!each.job) return readAdvert(advisor, each.text);
      if (!advisor.duties) throw new Error('The advisor cannot read jobs by their duties yet.');
      return { label: advisor.duties(each.job).family, covered: true };
    }
  }
}

/** What the fact `dutyMix` calls each family. */
const FAMILIES = new Map<FactValue | undefined, JobFamily>([
  ['executive', 'executive-operations'],
  ['hands-on', 'hands-on-implementation'],
  ['mixed', 'mixed'],
  ['other', 'out-of-scope'],
]);

/** The family of a pasted job, by the lines of work that a check reads in it; nothing is read where there are none. */
function readAdvert(advisor: AskedAdvisor, text: string): Reading {
  const mix = advisor.check(text, 'job').facts.find(({ name }) => name === 'dutyMix');
  const family = FAMILIES.get(mix?.value);
  return { label: family ?? 'none', covered: family !== undefined };
}

export function readQuestion(advisor: AskedAdvisor, question: string): QuestionReading {
  const { answered, citations, nearest } = advisor.ask(question);
  const sections = nearest.map(({ section }) => section);
  return { answered, section: citations[0]?.section ?? sections[0], nearest: sections };
}

export interface JudgedReading extends Judged {
  id: string;
  text: string;
  accept: readonly string[];
  ranked: readonly string[] | undefined;
  margin: number | undefined;
}

export const judge = (each: LabelledCase, reading: Reading): JudgedReading => ({
  id: each.id,
  text: each.text,
  label: each.label,
  accept: each.accept,
  got: reading.label,
  right: each.accept.includes(reading.label),
  covered: reading.covered,
  ranked: reading.ranked,
  margin: reading.margin,
});

/** Right is an answer from an acceptable section to an answerable question, and a refusal of any other. */
export function judgeQuestion(each: QuestionCase, reading: QuestionReading): JudgedQuestion {
  const acceptable = (section: string | undefined) => each.sections.some((one) => one === section);
  const answerable = each.answerable === 'yes';
  return {
    answerable,
    answered: reading.answered,
    nearest: reading.nearest.map(acceptable),
    right: answerable ? reading.answered && acceptable(reading.section) : !reading.answered,
  };
}
