import type { SlackObject } from '../../src/playground/message.ts';
import { pick } from './plan.ts';

/** Something in blocks that can be used. */
export interface Element {
  action_id: string;
  block_id: string;
  type: string;
  value?: string | undefined;
  options?: readonly SlackObject[];
  [key: string]: unknown;
}

/** All that can be used in blocks. */
export function elementsOf(blocks: readonly SlackObject[]): Element[] {
  return blocks.flatMap((block) => {
    const dispatched = block.type !== 'input' || block.dispatch_action === true ? block.element : undefined;
    const inside = [block.accessory, dispatched, ...((block.elements as unknown[] | undefined) ?? [])];
    return inside.flatMap((one) =>
      typeof one === 'object' && one !== null && 'action_id' in one
        ? [{ ...(one as Element), block_id: String(block.block_id ?? 'b') }]
        : [],
    );
  });
}

/** An element as Slack tells that it was used. */
export function chosen(element: Element, numbers: readonly number[], texts: readonly string[]): object {
  const { type, action_id, block_id, value } = element;
  if (type === 'button') return { type, action_id, block_id, value };
  return { action_id, block_id, ...entry(element, numbers, texts) };
}

/** What stands in a field of this kind after somebody was at it. */
export function entry(element: SlackObject, numbers: readonly number[], texts: readonly string[]): object {
  const [a = 0, b = 0] = numbers;
  const type = String(element.type);
  const text = a % 4 === 0 ? null : (texts[b % texts.length] ?? null);
  const options = [
    ...((element.options as object[] | undefined) ?? []),
    { text: { type: 'plain_text', text: 'x' }, value: text ?? '' },
  ];
  const option = pick(options, b);
  const users = ['U0FOUNDER', 'U0OMAROPS', 'U0GITAGST', text ?? ''];
  const rooms = ['C0GENERAL', 'C0NOWHERE', text ?? ''];
  if (type === 'plain_text_input' || type === 'number_input' || type.endsWith('text_input'))
    return { type, value: text };
  if (type === 'file_input')
    return {
      type,
      files:
        a % 2
          ? [
              {
                id: 'F1',
                name: `x${text}.csv`,
                size: b,
                url_private_download: texts[0],
                url_private: 'http://169.254.169.254/x.csv',
              },
            ]
          : [],
    };
  if (type === 'users_select') return { type, selected_user: pick([...users, null], b) };
  if (type === 'multi_users_select') return { type, selected_users: users.slice(b % 3) };
  if (type === 'conversations_select') return { type, selected_conversation: pick([...rooms, null], b) };
  if (type === 'multi_conversations_select') return { type, selected_conversations: rooms.slice(b % 3) };
  if (type === 'channels_select') return { type, selected_channel: pick([...rooms, null], b) };
  if (type === 'datepicker') return { type, selected_date: pick(['2026-02-30', '2026-12-01', text], b) };
  if (type === 'timepicker') return { type, selected_time: pick(['09:00', '24:61', text], b) };
  if (type === 'checkboxes' || type.startsWith('multi_'))
    return { type, selected_options: options.slice(b % options.length) };
  return { type, selected_option: a % 5 === 0 ? null : option };
}
