import type { KnownBlock } from '@slack/types';
import type { Advisor } from '../../advisor/advisor.ts';
import type { Gap } from '../../advisor/team/gap.ts';
import { occurrenceWords } from '../../digest/occurrence-words.ts';
import { nextOccurrence } from '../../digest/occurrences.ts';
import type { MadeDigest } from '../../digest-runner/make-digest.ts';
import { driftSentence, themesLine } from '../../phrasing/digest.ts';
import {
  actionSentence,
  closedSentence,
  gapName,
  gapSentence,
  some,
  type TeamNames,
} from '../../phrasing/gap.ts';
import type { Digest } from '../../records/digests.ts';
import { ACTIONS } from '../actions.ts';
import { namesInChannel, teamNames } from '../team-names.ts';
import { button } from './button.ts';
import { clip } from './limits.ts';
import { type Message, messageOf } from './message.ts';
import { bold, context, escapeMrkdwn, section } from './mrkdwn.ts';
import { gapButtons } from './team-gap-buttons.ts';

/** What a digest looks words up in. */
export type DigestKnowledge = Pick<Advisor, 'team' | 'rulebook' | 'passages'>;

/** Slack takes this many characters of a picture's description (its reference). */
export const ALT_TEXT = 1_000;
/** More new gaps than these are told as a number, so that a digest is one screen. */
const MOST_NEW = 5;
const MOST_DRIFT = 3;

/** A digest as it is posted; `picture` is the id of the uploaded one. */
export function digestMessage(
  made: MadeDigest,
  digest: Pick<Digest, 'id' | 'owner' | 'schedule'>,
  knowledge: DigestKnowledge,
  picture: string | null,
): Message {
  const { content, roster, chart } = made;
  const names = teamNames(roster, knowledge.team.areas);
  const full = content.form === 'full';
  return messageOf(`Team digest: ${content.headline}`, [
    // Nothing new: two lines, this one and the next step.
    section(`${bold('Team digest')}${full ? '\n' : ': '}${escapeMrkdwn(content.headline)}.`),
    ...(full ? changeBlocks(made, names) : []),
    ...(full && chart && picture !== null ? [pictureBlock(picture, chart.alt)] : []),
    ...nextStep(made, names),
    ...(full ? asides(made, knowledge) : []),
    context(footer(made, digest)),
  ]);
}

function changeBlocks({ content, roster }: MadeDigest, names: TeamNames): KnownBlock[] {
  const { gaps } = content;
  const fresh = [...gaps.new, ...gaps.reopened];
  const lines = fresh
    .slice(0, MOST_NEW)
    .map((gap) => `• ${freshMark(gap, gaps.reopened)}${sentence(gap, names)}`);
  const more = fresh.length - MOST_NEW;
  if (more > 0) lines.push(`• and ${more} more: \`/rolefit team gaps\``);
  const quiet = [
    line('Unchanged', gaps.unchanged, names),
    line('Accepted until later', gaps.accepted, names),
  ].filter((words) => words !== '');
  const closed = gaps.closed.map((gap) => closedSentence(gap, namesInChannel(names, gap)));
  const isGood = roster.members.length > 0 && fresh.length + gaps.unchanged.length === 0;
  return [
    ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
    ...(isGood ? [section('Nothing is left uncovered. Well done.')] : []),
    ...(closed.length > 0
      ? [
          section(
            `:tada: Thank you: ${some(closed.slice(0, 4)).replaceAll('., ', '. ').replaceAll('. and ', '. ')}`,
          ),
        ]
      : []),
    ...(quiet.length > 0 ? [context(quiet.join('\n'))] : []),
  ];
}

const freshMark = (gap: Gap, reopened: readonly Gap[]): string =>
  reopened.includes(gap) ? '_open again:_ ' : gap.severity === 'high' ? '*new, pressing:* ' : '*new:* ';

const sentence = (gap: Gap, names: TeamNames): string =>
  capital(gapSentence(gap, namesInChannel(names, gap)));
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const line = (what: string, gaps: readonly Gap[], names: TeamNames): string =>
  gaps.length === 0 ? '' : `${what}: ${some(gaps.map((gap) => gapName(gap, namesInChannel(names, gap))))}.`;

const pictureBlock = (id: string, alt: string): KnownBlock => ({
  type: 'image',
  slack_file: { id },
  alt_text: clip(alt, ALT_TEXT),
});

function nextStep({ content, roster }: MadeDigest, names: TeamNames): KnownBlock[] {
  if (roster.members.length === 0)
    return [section('*Next:* tell me who is in the team and who owns what: `/rolefit team`.')];
  if (!content.action) return [];
  const { gap, action } = content.action;
  return [
    section(`*Next:* ${actionSentence(action, namesInChannel(names, gap))}`),
    { type: 'actions', elements: gapButtons(gap) },
  ];
}

function asides({ content }: MadeDigest, { rulebook }: DigestKnowledge): KnownBlock[] {
  const definitions = new Map(rulebook.facts.map((fact) => [fact.name, fact]));
  const themes = themesLine(content.themes.slice(0, 5));
  const more = content.drift.length - MOST_DRIFT;
  return [
    ...content.drift.slice(0, MOST_DRIFT).map((drift, at) => ({
      ...section(escapeMrkdwn(driftSentence(drift, definitions))),
      block_id: `drift:${at}`,
      accessory: button(ACTIONS.why, 'Open the check', drift.verdict),
    })),
    ...(more > 0 ? [context(`and ${more} more verdicts that would now differ.`)] : []),
    ...(themes === '' ? [] : [context(escapeMrkdwn(themes))]),
  ];
}

function footer({ now }: MadeDigest, digest: Pick<Digest, 'id' | 'owner' | 'schedule'>): string {
  const next = nextOccurrence(digest, now);
  const when = next ? `next: ${occurrenceWords(next, digest.schedule.zone, now)}` : 'no more to come';
  return `Set up by <@${digest.owner}> · ${when} · \`/rolefit digest\``;
}
