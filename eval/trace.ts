import type { Fact } from '../src/advisor/fact.ts';
import type { FiredRule } from '../src/advisor/verdict.ts';
import type { LabelledCase, QuestionCase } from './case-file.ts';
import { type AskedAdvisor, judge, judgeQuestion, readCase, readQuestion } from './reading.ts';
import { type EvalSet, isQuestions, type LabelledSet, portionsOf } from './sets.ts';

/** Each miss of a set with what led to it, one text a miss. */
export function missesOf(advisor: AskedAdvisor, set: EvalSet): string[] {
  if (isQuestions(set)) {
    return portionsOf(set).flatMap(({ name, cases }) =>
      cases
        .filter((each) => !judgeQuestion(each, readQuestion(advisor, each.text)).right)
        .map((each) => questionTrace(advisor, name, each)),
    );
  }
  return portionsOf(set).flatMap(({ name, cases }) =>
    cases.flatMap((each) => {
      const { right, got } = judge(each, readCase(advisor, set.task, each));
      return right ? [] : [labelledTrace(advisor, set, name, each, got)];
    }),
  );
}

function labelledTrace(
  advisor: AskedAdvisor,
  { task }: LabelledSet,
  portion: string,
  each: LabelledCase,
  got: string,
): string {
  return [
    `${each.id}, ${portion}`,
    ...each.text.split('\n').map((line) => `  ${line}`),
    `  expected ${each.accept.join(' or ')}, got ${got}`,
    ...reasonsOf(advisor, task, each).map((line) => `    ${line}`),
  ].join('\n');
}

function reasonsOf(advisor: AskedAdvisor, task: LabelledSet['task'], each: LabelledCase): string[] {
  switch (task) {
    case 'situations':
    case 'persons': {
      const { facts, tentative, verdict } = advisor.check(each.text, each.subject ?? 'situation');
      return [...factLines(facts), ...factLines(tentative, 'perhaps '), ...verdict.rules.map(ruleLine)];
    }
    case 'types': {
      const { facts, verdict } = advisor.check(each.text, 'candidate');
      const types = advisor.types(each.text).map(({ type, score }) => `${type} ${score}`);
      return [types.join(', '), ...factLines(facts), ...verdict.rules.map(ruleLine)];
    }
    case 'duties': {
      const duties = (each.job && advisor.duties?.(each.job).duties) ?? [];
      return duties.map(
        ({ text, class: kind, evidence }) => `${kind}: ${text} [${evidence.join(', ') || 'no evidence'}]`,
      );
    }
    case 'intents':
      return [];
  }
}

const factLines = (facts: readonly Fact[], before = ''): string[] =>
  facts.length === 0 && before === ''
    ? ['no facts']
    : facts.map(
        ({ name, value, evidence }) =>
          `${before}${name} = ${value}${evidence ? ` from "${evidence.text}"` : ''}`,
      );

const ruleLine = ({ id, effect, outcome, weight }: FiredRule): string =>
  `rule ${id}: ${effect} ${outcome}${weight === 0 ? '' : `, ${weight}`}`;

function questionTrace(advisor: AskedAdvisor, portion: string, each: QuestionCase): string {
  const { answered, citations, nearest } = advisor.ask(each.text);
  const cited = citations.map(({ passage, section }) => `${passage} (${section})`).join(', ');
  const expected = each.answerable === 'yes' ? `an answer from ${each.sections.join(' or ')}` : 'a refusal';
  return [
    `${each.id}, ${portion}`,
    `  ${each.text}`,
    `  expected ${expected}, got ${answered ? `an answer from ${cited}` : 'a refusal'}`,
    ...nearest.map(({ passage, section, score }) => `    near: ${passage} (${section}) ${score}`),
  ].join('\n');
}
