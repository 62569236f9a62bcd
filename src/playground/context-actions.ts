import { z } from 'zod';
import { isObject } from './block-text.ts';
import type { Message } from './message.ts';

const Labelled = z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string().optional() });
const Place = { action_id: z.string(), block_id: z.string() };
const Element = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('feedback_buttons'),
    ...Place,
    positive_button: Labelled,
    negative_button: Labelled,
  }),
  z.looseObject({ type: z.literal('icon_button'), ...Place, text: z.looseObject({ text: z.string() }) }),
]);

/** What an app is told of a pressed feedback or icon button, but for the time. */
export interface ContextAction {
  readonly type: string;
  readonly action_id: string;
  readonly block_id: string;
  readonly text: { readonly text: string };
}

/** What can be pressed in the `context_actions` of a message; of feedback buttons, both. */
export function contextActionsOf(message: Message): readonly ContextAction[] {
  return (message.blocks ?? [])
    .filter(({ type }) => type === 'context_actions')
    .flatMap(({ elements, block_id }) =>
      (Array.isArray(elements) ? elements : [])
        .filter(isObject)
        .map((element) => Element.safeParse({ ...element, block_id })),
    )
    .flatMap((element) => (element.success ? [element.data] : []))
    .flatMap((element): readonly ContextAction[] => {
      if (element.type === 'icon_button') return [element];
      const { positive_button, negative_button, ...place } = element;
      return [positive_button, negative_button].map(({ text, value }) => ({ ...place, text, value }));
    });
}
