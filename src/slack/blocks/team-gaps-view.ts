import type { KnownBlock, ModalView } from '@slack/types';
import type { Gap, Severity } from '../../advisor/team/gap.ts';
import type { Standing } from '../../advisor/team/standing.ts';
import { dayWords, type LocalDate } from '../../digest/local-date.ts';
import { actionSentence, gapName, gapSentence, type TeamNames } from '../../phrasing/gap.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { button } from './button.ts';
import { fieldsIn } from './field-state.ts';
import { context, section } from './mrkdwn.ts';
import { SEVERITY_NAMES } from './severity.ts';
import { gapButtons } from './team-gap-buttons.ts';
import { plain, viewOf } from './view.ts';

const SIGNS: Readonly<Record<Severity, string>> = {
  high: ':red_circle:',
  medium: ':large_orange_circle:',
  low: ':white_circle:',
};

/** Blocks of one gap: the sentence, what shows it, the buttons. So many fit into a modal with the rest. */
const MOST_SHOWN = 30;

/** The gaps of a team, the heaviest first, each with what shows it, the passage behind it and what to do. */
export function gapsView(
  { open, resting }: Standing,
  names: TeamNames,
  {
    channel,
    today,
    members,
    mayEdit,
  }: { channel: string; today: LocalDate; members: number; mayEdit: boolean },
): ModalView {
  const shown = open.slice(0, MOST_SHOWN);
  const more = open.length - shown.length;
  return viewOf({
    title: 'Gaps of your team',
    remembers: { channel },
    blocks: [
      ...(open.length === 0 ? [section(members === 0 ? NOBODY : GOOD)] : []),
      ...shown.flatMap((gap) => gapBlocks(gap, names, mayEdit)),
      ...(more > 0
        ? [context(`${more} more that weigh less. They come up once some of these are closed.`)]
        : []),
      ...(resting.length > 0
        ? [
            { type: 'divider' as const },
            section('*Accepted, and at rest*'),
            ...resting.slice(0, 5).flatMap(restingBlocks),
          ]
        : []),
    ],
  });

  function restingBlocks({ gap, until }: Standing['resting'][number]): KnownBlock[] {
    const words = `${capital(gapName(gap, names))}, until ${dayWords(until, today)}.`;
    const back = button(`${ACTIONS.gapAccept}:back:${gap.id}`, 'Count it again', gap.id);
    return [{ ...section(words), ...(mayEdit ? { accessory: back } : {}) }];
  }
}

const NOBODY =
  'There is nobody in the team yet, so nothing can be said of its gaps. Begin with `/rolefit team`.';
const GOOD =
  '*No gaps.* Every area has one owner, and nobody is alone with too much. That is a good outcome.';

function gapBlocks(gap: Gap, names: TeamNames, mayEdit: boolean): KnownBlock[] {
  const facts = gap.evidence.facts.length > 0 ? ' · raised by what is known of the company' : '';
  const act = gapButtons(gap);
  return [
    section(`*${capital(gapSentence(gap, names))}*\n${actionSentence(gap.action, names)}`),
    context(`${SIGNS[gap.severity]} ${SEVERITY_NAMES[gap.severity]}${facts}`),
    { type: 'actions', elements: mayEdit ? act : act.slice(-1) },
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const UNTIL_FIELD = 'until';

/** Asks until when a gap is accepted. */
export const acceptGapView = (
  gap: Gap,
  names: TeamNames,
  { channel, until }: { channel: string; until: LocalDate },
): ModalView =>
  viewOf({
    title: 'Accept this gap',
    callbackId: VIEWS.acceptGap,
    submit: 'Accept',
    close: 'Cancel',
    remembers: { channel, gap: gap.id },
    blocks: [
      section(capital(gapSentence(gap, names))),
      {
        type: 'input',
        block_id: UNTIL_FIELD,
        label: plain('We know, and live with it until'),
        hint: plain('On that day it counts again.'),
        element: { type: 'datepicker', action_id: 'value', initial_date: until },
      },
    ],
  });

export const acceptedUntil = (stateValues: unknown): string =>
  fieldsIn(stateValues)(UNTIL_FIELD).selected_date ?? '';
