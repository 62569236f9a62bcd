import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { BUTTON_VALUE, clip } from './limits.ts';
import { type Message, messageOf } from './message.ts';
import { section } from './mrkdwn.ts';

/** Both offers for a text that neither clearly asks nor describes; the buttons carry the text. */
export function offersMessage(text: string): Message {
  const value = clip(text, BUTTON_VALUE);
  const words =
    'I am not sure what you mean. Shall I check this as a description, or answer it as a question? ' +
    'A few words about the company, the person or the job help most; /rolefit help shows all that I can do.' +
    (value === text ? '' : ' I would read only the beginning of it.');
  return messageOf(words, [
    section(words),
    {
      type: 'actions',
      elements: [
        button(ACTIONS.checkText, 'Check it', value),
        button(ACTIONS.askText, 'Answer it as a question', value),
      ],
    },
  ]);
}
