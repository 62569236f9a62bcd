import { type KeyboardEvent, useState } from 'react';
import { isObject } from '../../block-text.ts';
import { wordsOf } from '../../forms/fields.ts';
import { objectsIn, textIn } from '../blocks/reading.ts';
import { useControls } from '../blocks/surface.tsx';
import { ariaOf, type FieldProps } from './field-props.ts';
import { useContent } from './use-content.ts';

/** The words of what stands in a text field; of rich text, without its looks. */
function wordsIn(content: unknown): string {
  if (!isObject(content)) return textIn(content);
  return objectsIn(content.elements)
    .map((part) =>
      objectsIn(part.elements)
        .map(({ text }) => textIn(text))
        .join(''),
    )
    .join('\n');
}

const TYPES: Readonly<Record<string, string>> = { email_text_input: 'email', url_text_input: 'url' };
const MODES: Readonly<Record<string, 'email' | 'url' | 'decimal'>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** A text field of any kind. Characters that are left are told when few are. */
export function TextInput(props: FieldProps) {
  const { field } = props;
  const { element, type, dispatches } = field;
  const { surface, enter } = useControls();
  const [told, setText] = useContent(field, wordsIn);
  const [isComposing, setComposing] = useState(false);
  const most = Number(element.max_length ?? Number.NaN);
  const left = most - told.length;
  const common = {
    ...ariaOf(props),
    value: told,
    placeholder: wordsOf(element.placeholder),
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: () => setComposing(false),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setText(target.value, target.value),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing) return;
    event.preventDefault();
    if (dispatches) void enter(field);
    else surface.submit?.();
  };
  const isLong = element.multiline === true || type === 'rich_text_input';
  return (
    <>
      {isLong ? (
        <textarea {...common} rows={4} />
      ) : (
        // The browser's own checks would keep what Slack's window tells of from being told.
        <input
          {...common}
          type={TYPES[type] ?? 'text'}
          inputMode={MODES[type] ?? 'text'}
          onKeyDown={onKeyDown}
        />
      )}
      {left < 50 && <p className={left < 0 ? 'fault' : 'hint'}>{left} characters left</p>}
    </>
  );
}
