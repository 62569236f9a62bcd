import type { InputBlock } from '@slack/types';
import { chosenIn, type fieldsIn } from './field-state.ts';
import { plain } from './view.ts';

const YES = 'yes';

/** A box to tick, or not: what it is about, and what ticking it says. */
export function tickBox(id: string, label: string, words: string, isTicked: boolean): InputBlock {
  const yes = { text: plain(words), value: YES };
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(label),
    element: {
      type: 'checkboxes',
      action_id: 'value',
      options: [yes],
      ...(isTicked ? { initial_options: [yes] } : {}),
    },
  };
}

export const isTicked = (field: ReturnType<ReturnType<typeof fieldsIn>>): boolean =>
  chosenIn(field).includes(YES);
