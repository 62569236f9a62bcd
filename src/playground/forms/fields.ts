import { isObject } from '../block-text.ts';
import type { SlackObject } from '../message.ts';

/** One interactive element with the block it stands in. */
export interface Field {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly element: SlackObject;
  /** Whether it is filled in, in an input block, rather than acting at once. */
  readonly isInput: boolean;
  /** The words over it; empty outside an input block. */
  readonly label: string;
  readonly isOptional: boolean;
  /** Whether the app is told of each change. */
  readonly dispatches: boolean;
}

/** The interactive elements of blocks, from top to bottom. */
export function fieldsOf(blocks: readonly SlackObject[]): readonly Field[] {
  return blocks.flatMap((block) => {
    const { elements, accessory, element: single } = block;
    const isInput = block.type === 'input';
    return [...(Array.isArray(elements) ? elements : []), accessory, single]
      .filter(isObject)
      .filter((element) => typeof element.action_id === 'string')
      .map((element) => ({
        blockId: String(block.block_id),
        actionId: String(element.action_id),
        type: String(element.type),
        element,
        isInput,
        label: isInput ? wordsOf(block.label) : '',
        isOptional: block.optional === true,
        dispatches: !isInput || block.dispatch_action === true,
      }));
  });
}

/** The words of a text object. */
export const wordsOf = (text: unknown): string =>
  isObject(text) && typeof text.text === 'string' ? text.text : '';

/** A field by "block id/action id", by either id alone, or by its label or placeholder. */
export function fieldNamed(fields: readonly Field[], named: string): Field | undefined {
  return (
    fields.find(({ blockId, actionId }) => `${blockId}/${actionId}` === named) ??
    fields.find(({ actionId }) => actionId === named) ??
    fields.find(({ blockId }) => blockId === named) ??
    fields.find(({ label }) => label !== '' && label === named) ??
    fields.find(({ element }) => wordsOf(element.placeholder) === named && named !== '')
  );
}
