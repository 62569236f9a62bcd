import type { Button } from '@slack/types';
import { BUTTON_TEXT, clip } from './limits.ts';

export const button = (actionId: string, label: string, value: string): Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: clip(label, BUTTON_TEXT) },
  value,
});
