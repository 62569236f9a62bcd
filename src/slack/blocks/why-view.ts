import type { KnownBlock, ModalView } from '@slack/types';
import type { Outcome } from '../../advisor/rule.ts';
import type { Advice, FiredRule } from '../../advisor/verdict.ts';
import { phraseAdvice, ROLE_NAMES, TYPE_NAMES } from '../../phrasing/template.ts';
import { clause } from '../../phrasing/wording.ts';
import { ACTIONS } from '../actions.ts';
import {
  type BlockKnowledge,
  changeSections,
  doubtSections,
  headlineSection,
  unknownSections,
} from './advice.ts';
import { button } from './button.ts';
import { context, escapeMrkdwn, italic, section } from './mrkdwn.ts';
import { viewOf } from './view.ts';

/** Everything behind a verdict: each rule that fired and the words that fired it, what is unknown, what would change it. */
export function whyView(advice: Advice, knowledge: BlockKnowledge, changed: readonly string[]): ModalView {
  const phrasing = phraseAdvice(advice, knowledge);
  const { rules, rulebook, margin, settled } = advice.verdict;
  const distance = settled
    ? 'No answer to an open question can change it.'
    : `The nearest other verdict is ${margin} ${margin === 1 ? 'point' : 'points'} away.`;
  return viewOf({
    title: 'Why',
    blocks: [
      headlineSection(phrasing),
      ...(changed.length > 0 ? [section(changed.map(escapeMrkdwn).join('\n'))] : []),
      ...rules.map((rule) => ruleSection(rule, advice, knowledge)),
      ...(rules.length === 0 ? [section('No rule speaks for or against anything yet.')] : []),
      ...doubtSections(phrasing),
      ...changeSections(phrasing.wouldChange),
      ...unknownSections(phrasing),
      context(`${distance} Verdict \`${advice.id}\`, rulebook \`${rulebook}\`.`),
    ],
  });
}

/** What a rule can speak for or against. */
const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = { ...ROLE_NAMES, ...TYPE_NAMES };

/** What a rule does, in words: "supports a COO, 3 points". */
function ruleSection(
  { says, effect, outcome, weight, passage, facts }: FiredRule,
  advice: Advice,
  { passages }: BlockKnowledge,
): KnownBlock {
  const quotes = advice.facts
    .filter(({ name, evidence }) => evidence && facts.includes(name))
    .map(({ evidence }) => `“${escapeMrkdwn(clause(evidence?.text ?? ''))}”`);
  const points = weight > 0 ? `, ${weight} ${weight === 1 ? 'point' : 'points'}` : ', for certain';
  const lines = [
    `• ${escapeMrkdwn(says)}${quotes.length > 0 ? ` ${quotes.join(', ')}` : ''}`,
    `${effect} ${OUTCOME_NAMES[outcome]}${points}. ${italic(`From: ${passages.get(passage)?.title ?? passage}`)}`,
  ];
  return { ...section(lines.join('\n')), accessory: button(ACTIONS.passage, 'Read it', passage) };
}
