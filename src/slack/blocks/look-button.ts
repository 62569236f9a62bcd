import type { Button } from '@slack/types';
import { button } from './button.ts';

/** Has a language model look for facts in a text. */
export const lookButton = (actionId: string, value: string): Button =>
  button(actionId, 'Let the model look for facts I missed', value);
