import type { JobDescription } from '../src/advisor/advisor.ts';
import type { LabelledCase, QuestionCase, Task } from './case-file.ts';
import { type Random, seededRandom, seedOf } from './random.ts';
import { asAdvert, inAdvert } from './transformations/advert.ts';
import { asBullets, withoutPunctuation } from './transformations/layout.ts';
import { padded } from './transformations/padding.ts';
import { withSpellingSwapped } from './transformations/spelling.ts';
import { inThirdPerson } from './transformations/third-person.ts';
import { withTypos } from './transformations/typos.ts';

/** Changes how a text is written and not what it says, so that its label stays. */
export interface Transformation {
  name: string;
  tasks: readonly Task[];
  /** Only for texts that are job descriptions. */
  jobsOnly?: boolean;
  change(text: string, random: Random): string;
  /** How many times what is random is drawn; their mean counts. */
  draws?: number;
  /** Where a job with its list of duties becomes one pasted text, and is not changed line by line. */
  paste?(job: JobDescription): string;
}

const ALL: readonly Task[] = ['situations', 'persons', 'types', 'duties', 'intents', 'questions'];
const STORIES: readonly Task[] = ['situations', 'persons', 'types'];

export const TRANSFORMATIONS: readonly Transformation[] = [
  { name: 'typos', tasks: ALL, change: withTypos, draws: 6 },
  { name: 'lower case', tasks: ALL, change: (text) => text.toLowerCase() },
  { name: 'no punctuation', tasks: ALL, change: withoutPunctuation },
  { name: 'other spelling', tasks: ALL, change: withSpellingSwapped },
  { name: 'third person', tasks: ['situations', 'persons'], change: inThirdPerson },
  { name: 'bullets', tasks: STORIES, change: asBullets },
  { name: 'padded', tasks: STORIES, change: (text) => padded(text) },
  {
    name: 'in an advert',
    tasks: ['persons', 'duties'],
    jobsOnly: true,
    change: inAdvert,
    paste: asAdvert,
  },
];

/** Whether a transformation is meant for the case. */
export const appliesTo = (
  { jobsOnly }: Transformation,
  { subject, job }: Pick<LabelledCase, 'subject' | 'job'>,
): boolean => !jobsOnly || subject === 'job' || job !== undefined;

/** The case with its text changed; what is random depends on the case's id and the draw alone, so every run changes it alike. */
export function transformed<C extends LabelledCase | QuestionCase>(
  { change, paste }: Pick<Transformation, 'change' | 'paste'>,
  each: C,
  draw = 0,
): C {
  const random = seededRandom(seedOf(draw === 0 ? each.id : `${each.id} ${draw}`));
  if (!('job' in each) || each.job === undefined) return { ...each, text: change(each.text, random) };
  if (paste) return { ...each, job: undefined, text: paste(each.job) };
  const { title, duties } = each.job;
  const job = {
    ...(title !== undefined && { title: change(title, random) }),
    duties: duties.map((duty) => change(duty, random)),
  };
  return { ...each, job, text: [job.title ?? '', ...job.duties].join('\n').trim() };
}
