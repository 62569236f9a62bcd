import { isObject } from '../block-text.ts';
import { type Field, fieldsOf, wordsOf } from '../forms/fields.ts';
import type { SlackObject } from '../message.ts';
import { optionsOf } from '../option-check.ts';
import { blocksOf, type Surface } from './surface.ts';

/** What can be pressed on a surface: a button, one of a pair for feedback, or an entry of an overflow menu. */
export interface Button {
  readonly action_id: string;
  readonly block_id: string;
  readonly words: string;
  /** Tells the entries of one menu apart. */
  readonly value: unknown;
  /** What the app is told was done. */
  readonly action: SlackObject;
  /** What Slack asks before it tells the app. */
  readonly confirm?: unknown;
}

/** Everything that can be pressed, from top to bottom. */
export const buttonsOf = (surface: Surface): readonly Button[] =>
  fieldsOf(blocksOf(surface)).flatMap((field) => (pressable[field.type] ?? none)(field));

const none = (): readonly Button[] => [];

const button = (
  { element, actionId, blockId }: Field,
  { text, value }: SlackObject,
  action: SlackObject,
): Button => ({
  action_id: actionId,
  block_id: blockId,
  words: wordsOf(text),
  value,
  confirm: element.confirm,
  action: { ...action, type: element.type, action_id: actionId, block_id: blockId },
});

const pressable: Readonly<Record<string, (field: Field) => readonly Button[]>> = {
  button: (field) => [button(field, field.element, field.element)],
  icon_button: (field) => [button(field, field.element, field.element)],
  feedback_buttons: (field) =>
    [field.element.positive_button, field.element.negative_button]
      .filter(isObject)
      .map(({ text, value }) => button(field, { text, value }, { text, value })),
  overflow: (field) =>
    optionsOf(field.element).map((option) => button(field, option, { selected_option: option })),
};

/** A button by "block id/action id", with "/value" in a menu, by its words, or by its action id. */
export const buttonNamed = (buttons: readonly Button[], named: string): Button | undefined =>
  buttons.find(({ block_id, action_id }) => `${block_id}/${action_id}` === named) ??
  buttons.find(({ block_id, action_id, value }) => `${block_id}/${action_id}/${String(value)}` === named) ??
  buttons.find(({ words, action_id }) => words === named || action_id === named);
