/**
 * What the package gives to other programs as `rolefit/advisor`: the advisor on its knowledge, without Slack, store or
 * network. docs/advisor-api.md tells of it.
 */
import type { Advisor } from './advisor/advisor.ts';
import type { Answer } from './advisor/answer.ts';
import type { Advice } from './advisor/verdict.ts';
import { phraseAdvice } from './phrasing/template.ts';
import { renderAnswer, renderText } from './phrasing/text.ts';

export type { Advisor, Intent, JobDescription } from './advisor/advisor.ts';
export type { Answer, AnswerCitation, NearPassage } from './advisor/answer.ts';
export type { Duty, DutyClass, Job, JobFamily } from './advisor/duties/duty.ts';
export type { Evidence, Fact, FactDefinition, FactValue, FactValues, Subject } from './advisor/fact.ts';
export type { Step } from './advisor/interview.ts';
export type { Passage } from './advisor/passage.ts';
export type { CooType } from './advisor/rule.ts';
export type { Rulebook } from './advisor/rulebook.ts';
export { type StatedFacts, statedFacts } from './advisor/stated-facts.ts';
export type { Area } from './advisor/team/area.ts';
export type { Gap } from './advisor/team/gap.ts';
export type { AreaProposal } from './advisor/team/propose-areas.ts';
export { emptyMember, type Member, type Roster } from './advisor/team/roster.ts';
export type { TeamAdvisor } from './advisor/team/team-advisor.ts';
export type {
  Advice,
  Citation,
  Contradiction,
  Counterfactual,
  FiredRule,
  NextQuestion,
  Role,
  TypeScore,
  Verdict,
} from './advisor/verdict.ts';
export { openAdvisor } from './knowledge/open-advisor.ts';
export { KnowledgeError } from './knowledge/yaml-source.ts';

/** An advice as a person reads it, in at most 25 lines. */
export const adviceText = (advice: Advice, advisor: Pick<Advisor, 'rulebook' | 'passages'>): string =>
  renderText(phraseAdvice(advice, advisor), advisor.passages);

/** An answer as a person reads it, with the titles of the passages it is from. */
export const answerText = (answer: Answer, advisor: Pick<Advisor, 'passages'>): string =>
  renderAnswer(answer, advisor.passages);
