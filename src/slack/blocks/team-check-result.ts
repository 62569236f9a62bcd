import type { KnownBlock } from '@slack/types';
import type { FactDefinition, FactValue } from '../../advisor/fact.ts';
import type { Comparison, Difference } from '../../advisor/team/blind-check.ts';
import type { Advice } from '../../advisor/verdict.ts';
import { phraseAdvice, ROLE_NAMES, said } from '../../phrasing/template.ts';
import type { TeamCheck } from '../../records/team-checks.ts';
import { ACTIONS } from '../actions.ts';
import type { BlockKnowledge } from './advice.ts';
import { button } from './button.ts';
import { mentioned } from './mention.ts';
import { type Message, messageOf } from './message.ts';
import { bold, context, escapeMrkdwn, section } from './mrkdwn.ts';
import { optionsOf } from './question.ts';
import { progressWords } from './team-check.ts';

/** How a check ended, with the advice on what all agree on. */
export interface TeamResult {
  check: TeamCheck;
  comparison: Comparison;
  advice: Advice;
}

/** A closed check in which too few answered to compare anything. */
export const tooFewMessage = (check: TeamCheck): Message =>
  messageOf('The blind team check is closed; too few have answered.', [
    section(`*Blind team check, closed*\n${progressWords(check)}`),
    section(
      'That is too few to compare without showing single answers. Open another one with `/rolefit team check`.',
    ),
  ]);

/**
 * What the channel sees in the end: where answers differ and which differences would change the verdict, what all agree on,
 * and the verdict on that. Who said what is shown only of those who allowed it, and only where that gives nobody else away.
 */
export function resultMessage(result: TeamResult, id: string, knowledge: BlockKnowledge): Message {
  const { check, comparison, advice } = result;
  const definitions = new Map(knowledge.rulebook.facts.map((definition) => [definition.name, definition]));
  const { headline } = phraseAdvice(advice, knowledge);
  const differences = (matters: Difference['matters'], title: string): KnownBlock[] => {
    const those = comparison.differences.filter((each) => each.matters === matters);
    const lines = those.map((each) => differenceLine(each, definitions.get(each.fact), check));
    return lines.length > 0 ? [section(`*${title}*\n${lines.join('\n')}`)] : [];
  };
  const unknown = comparison.unknown.map(
    (fact) => `• ${escapeMrkdwn(definitions.get(fact)?.question ?? fact)}`,
  );
  const agreed = comparison.agreed.map((fact) => `• ${escapeMrkdwn(said(fact, definitions))}`);
  const changing = comparison.differences.filter(({ matters }) => matters !== 'no').length;
  const summary =
    comparison.differences.length === 0
      ? 'Your answers differ in nothing.'
      : `Your answers differ in ${comparison.differences.length} of ${check.questions.length} questions; ${changing === 0 ? 'none of that' : `${changing} of them`} would change the verdict.`;
  return messageOf(`The blind team check is closed. ${summary} ${headline}`, [
    section(`*Blind team check, closed*\n${progressWords(check)} ${summary}`),
    ...differences('alone', 'Differences that would change the verdict'),
    ...differences('together', 'Differences that would change it together with others'),
    ...differences('no', 'Differences that would change nothing'),
    ...(unknown.length > 0 ? [section(`*Nobody knows*\n${unknown.join('\n')}`)] : []),
    ...(agreed.length > 0 ? [section(`*You all say*\n${agreed.join('\n')}`)] : []),
    section(`*On what you all say:* ${bold(headline)}`),
    { type: 'actions', elements: [button(ACTIONS.teamOpen, 'Open as a check', id)] },
    context('This is advice from the answers given. Single answers are shown only of those who allowed it.'),
  ]);
}

function differenceLine(
  { fact, alternatives, matters }: Difference,
  definition: FactDefinition | undefined,
  check: TeamCheck,
): string {
  const parts = alternatives.map(({ value, role }) => {
    const names = namesBehind(check, fact, value);
    const words = `${valueWords(definition, value)}${names.length > 0 ? ` (${names.join(', ')})` : ''}`;
    return matters === 'alone' ? `${words}: ${ROLE_NAMES[role]}` : words;
  });
  return `• ${escapeMrkdwn(definition?.question ?? fact)} ${parts.join(' · ')}`;
}

function valueWords(definition: FactDefinition | undefined, value: FactValue | null): string {
  if (value === null) return '_not known_';
  const option = definition && optionsOf(definition).find((each) => each.value === value);
  return `_${escapeMrkdwn(option?.label ?? String(value))}_`;
}

/**
 * Who gave an answer, of those who let it be shown. Nobody, where one single person did not: what is left would be theirs.
 */
function namesBehind({ members }: TeamCheck, fact: string, value: FactValue | null): string[] {
  const given = members.flatMap((member) =>
    member.answers === null ? [] : [{ ...member, answers: member.answers }],
  );
  const silent = given.filter(({ mayBeShown }) => !mayBeShown).length;
  if (silent === 1) return [];
  return given
    .filter(({ mayBeShown, answers }) => mayBeShown && (answers[fact] ?? null) === value)
    .map(({ user }) => mentioned(user));
}
