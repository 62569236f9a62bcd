import { isObject } from '../../block-text.ts';
import { wordsOf } from '../../forms/fields.ts';
import { optionsOf } from '../../option-check.ts';
import { objectIn, textIn } from '../blocks/reading.ts';
import { Text } from '../blocks/text.tsx';
import { ariaOf, type FieldProps } from './field-props.ts';
import { useContent } from './use-content.ts';

const valuesIn = (content: unknown): readonly string[] =>
  [content]
    .flat()
    .filter(isObject)
    .map(({ value }) => textIn(value));

/** Radio buttons, or boxes to tick. */
export function Choices(props: FieldProps) {
  const { field, id, label, describedBy } = props;
  const isMany = field.type === 'checkboxes';
  const [chosen, choose] = useContent(field, valuesIn);
  const toggle = (value: string): void => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    if (isMany) choose(next, next);
    else choose([value], value);
  };
  const { 'aria-invalid': isInvalid } = ariaOf(props);
  return (
    <fieldset className="choices">
      {label !== undefined && <legend className="unseen">{label}</legend>}
      {optionsOf(field.element).map(({ value, text, description }) => {
        const name = textIn(value);
        return (
          <label key={name} className="choice">
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(name)}
              aria-invalid={isInvalid}
              aria-describedby={describedBy}
              onChange={() => toggle(name)}
            />
            <span>
              {objectIn(text).type === 'mrkdwn' ? <Text of={text} /> : wordsOf(text)}
              {description !== undefined && (
                <small>
                  <Text of={description} />
                </small>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
