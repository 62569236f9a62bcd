import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { type FactDefinition, FactValue } from '../../advisor/fact.ts';
import { clip, OPTION_TEXT } from './limits.ts';
import { optionsOf } from './question.ts';
import { plain } from './view.ts';

/** The action id of the element in a field. */
export const VALUE = 'value';

/** The value of the option that says that a fact is not known. */
const UNKNOWN = 'unknown';

/** More people than any company has. */
const MOST_PEOPLE = 100_000_000;

/** How a fact is asked for. */
export interface FactField {
  /** The block id. */
  id: string;
  /** What stands in it: null for "unknown", undefined for nothing yet, which a choice then asks for. */
  value: FactValue | null | undefined;
  /** What "unknown" is called. */
  unknown: string;
}

/** A field that asks for a fact: a choice with "unknown" in it, or a number that may be left out. */
export function factInput(definition: FactDefinition, { id, value, unknown }: FactField): InputBlock {
  const block = { type: 'input' as const, block_id: id, label: plain(definition.question) };
  if (definition.kind === 'count') {
    const element = {
      type: 'number_input' as const,
      action_id: VALUE,
      is_decimal_allowed: false,
      min_value: '0',
      max_value: String(MOST_PEOPLE),
      placeholder: plain(unknown),
      ...(value === undefined || value === null ? {} : { initial_value: String(value) }),
    };
    return { ...block, optional: true, element };
  }
  const unknownOption = { text: plain(unknown), value: UNKNOWN };
  const options = [
    unknownOption,
    ...optionsOf(definition).map((option) => ({
      text: plain(clip(option.label, OPTION_TEXT)),
      value: JSON.stringify(option.value),
    })),
  ];
  const chosen = options.find((option) => option.value === JSON.stringify(value));
  const initial = chosen ?? (value === undefined ? undefined : unknownOption);
  return {
    ...block,
    optional: value !== undefined,
    element: {
      type: 'static_select',
      action_id: VALUE,
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}

/** What may stand in such a field, as Slack tells it in `view.state.values`. */
export const FieldState = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

/** The value that stands in a field; undefined when it says that it is not known. */
export function fieldValue(field: z.infer<typeof FieldState> | undefined): FactValue | undefined {
  if (field?.selected_option)
    return field.selected_option.value === UNKNOWN
      ? undefined
      : FactValue.parse(JSON.parse(field.selected_option.value));
  return field?.value ? Number(field.value) : undefined;
}
