import type { App } from '@slack/bolt';
import { plainMessage } from '../blocks/message.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { type Recalled, recallCheck } from '../saved-checks.ts';
import { showView } from '../show-view.ts';
import { onPress, type Pressed } from './pressed.ts';

export const GONE = 'This check is no longer kept. Please run it again.';

/** Goes on from the check whose verdict a button names; where it is gone, whoever pressed is told so. */
export const onVerdict = (
  app: App,
  parts: ConversationParts,
  action: string,
  handler: (pressed: Pressed, recalled: Recalled) => Promise<void>,
): void =>
  onPress(app, parts, action, async (pressed) => {
    const recalled = await recallCheck(parts, pressed.place, pressed.action.value ?? '');
    await (recalled ? handler(pressed, recalled) : say(pressed, 'Gone', GONE));
  });

/** Says a sentence where the button was pressed: in a modal over the modal, else to the person alone. */
export const say = (
  { client, trigger, outlet }: Pick<Pressed, 'client' | 'trigger' | 'outlet'>,
  title: string,
  words: string,
): Promise<void> =>
  trigger.view?.type === 'modal'
    ? showView(client, trigger, noticeView(title, words))
    : outlet.sayPrivately(plainMessage(words));
