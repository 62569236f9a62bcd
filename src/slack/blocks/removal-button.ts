import type { ActionsBlock, Button } from '@slack/types';
import { plain } from './view.ts';

/** A red button that asks first. */
export const removalButton = (
  button: Button,
  asks: { title: string; text: string; confirm: string },
): ActionsBlock => ({
  type: 'actions',
  elements: [
    {
      ...button,
      style: 'danger',
      confirm: {
        title: plain(asks.title),
        text: plain(asks.text),
        confirm: plain(asks.confirm),
        deny: plain('Keep'),
      },
    },
  ],
});
