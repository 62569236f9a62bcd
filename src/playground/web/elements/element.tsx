import type { ReactNode } from 'react';
import { type Field, wordsOf } from '../../forms/fields.ts';
import { idOf } from '../blocks/reading.ts';
import { FeedbackButtons, IconButton, PressButton } from './buttons.tsx';
import { Choices } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import type { FieldProps } from './field-props.ts';
import { FileInput } from './file-input.tsx';
import { Overflow } from './overflow.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

const pressed: Readonly<Record<string, (field: Field) => ReactNode>> = {
  button: (field) => <PressButton field={field} />,
  workflow_button: (field) => <PressButton field={field} />,
  icon_button: (field) => <IconButton field={field} />,
  feedback_buttons: (field) => <FeedbackButtons field={field} />,
  overflow: (field) => <Overflow field={field} />,
};

/** What is filled in, in an input block or by itself. */
export function FieldElement(props: FieldProps) {
  const { type } = props.field;
  if (/_select$/.test(type)) return <Select {...props} />;
  if (/_text_input$|^number_input$|^rich_text_input$/.test(type)) return <TextInput {...props} />;
  if (type === 'radio_buttons' || type === 'checkboxes') return <Choices {...props} />;
  if (/picker$/.test(type)) return <DateInput {...props} />;
  if (type === 'file_input') return <FileInput {...props} />;
  return <em>({type} is not drawn here)</em>;
}

/** An element that stands by itself: in a section, or in a row of actions. */
export function Element({ field }: { readonly field: Field }) {
  const draw = pressed[field.type];
  if (draw !== undefined) return draw(field);
  const label = wordsOf(field.element.placeholder) || field.actionId;
  return <FieldElement field={field} id={idOf('element', field.blockId, field.actionId)} label={label} />;
}
