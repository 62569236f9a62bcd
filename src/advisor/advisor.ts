import type { Answer } from './answer.ts';
import type { Job } from './duties/duty.ts';
import type { Fact, Subject } from './fact.ts';
import type { Step } from './interview.ts';
import type { Passage } from './passage.ts';
import type { Rulebook } from './rulebook.ts';
import type { TeamAdvisor } from './team/team-advisor.ts';
import type { Advice, TypeScore } from './verdict.ts';

/** A job as it comes in: the title is what it calls itself, the duties are its lines of work. */
export interface JobDescription {
  title?: string;
  duties: readonly string[];
}

/**
 * The one thing that every surface asks. All of it is a pure function of its arguments and the knowledge it was
 * opened with: no network, no clock, no randomness. Texts are bounded: what lies beyond 20,000 characters is not read.
 */
export interface Advisor {
  readonly rulebook: Rulebook;
  readonly passages: ReadonlyMap<string, Passage>;
  /** Checks a text. The subject is recognised from the text unless given. */
  check(text: string, subject?: Subject): Advice;
  /** Checks facts that are known already, for example from a form. */
  checkFacts(subject: Subject, facts: readonly Fact[]): Advice;
  /** What to ask next when some facts (`skipped`) will not be told. */
  nextStep(subject: Subject, facts: readonly Fact[], skipped: readonly string[]): Step;
  /** Which type of COO does this text describe? All six, best first. */
  types(text: string): TypeScore[];
  /** What kind of job is this? */
  duties(job: JobDescription): Job;
  ask(question: string): Answer;
  /** Does the text speak of one person, so that what is said of it is that person's matter? */
  speaksOfPerson(text: string): boolean;
  /** False for a text of several words that are mostly not English; texts too short to tell count as English. */
  isEnglish(text: string): boolean;
  /** Does the text ask something, describe something to check, or neither clearly? */
  intent(text: string): Intent;
  readonly team: TeamAdvisor;
}

export type Intent = 'ask' | 'check' | 'unclear';
