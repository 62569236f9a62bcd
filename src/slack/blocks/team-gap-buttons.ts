import type { Button } from '@slack/types';
import type { Gap, SuggestedAction } from '../../advisor/team/gap.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';

/** What the button of each suggested action says. */
const ACT: Readonly<Record<SuggestedAction['kind'], string>> = {
  'assign-owner': 'Assign an owner',
  'fill-seat': 'Assign an owner',
  'choose-one-owner': 'Choose the owner',
  rebalance: 'Move an area',
  'name-helper': 'Name a helper',
  'open-check': 'Open the check',
  'name-successor': 'Name a successor',
};

/** What can be done about a gap: the suggested action, accepting it, and reading the passage behind it. */
export const gapButtons = ({ id, action, passage }: Gap): Button[] => [
  button(`${ACTIONS.gapAct}:${id}`, ACT[action.kind], id),
  button(`${ACTIONS.gapAccept}:${id}`, 'Accept it for a time', id),
  button(ACTIONS.passage, 'Read it', passage),
];
