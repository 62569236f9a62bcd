import type { KnownBlock } from '@slack/types';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';

/** Ways into the form, for somebody who would rather not type. */
export const beginButtons = (label: string): KnownBlock => ({
  type: 'actions',
  elements: [
    { ...button(`${ACTIONS.newCheck}:check`, label, 'situation'), style: 'primary' },
    button(`${ACTIONS.newCheck}:ask`, 'Ask a question', 'question'),
  ],
});
