import { useState } from 'react';
import { wordsOf } from '../../forms/fields.ts';
import { isMany } from '../../forms/values.ts';
import { useControls } from '../blocks/surface.tsx';
import { usePage } from '../store/page-context.tsx';
import { ariaOf, type FieldProps } from './field-props.ts';
import { Picker } from './picker.tsx';
import { chosenIn, type Option, offeredIn, optionOf } from './select-options.ts';
import { useContent } from './use-content.ts';

/** So much must be typed before the app is asked, in characters, unless it says otherwise. */
const LEAST_TYPED = 3;

/** A select of any kind, for one thing or several. */
export function Select(props: FieldProps) {
  const { field } = props;
  const { element, type } = field;
  const { state } = usePage().model;
  const { suggest } = useControls();
  const isExternal = /external_select$/.test(type);
  const [suggested, setSuggested] = useState<readonly Option[]>([]);
  const offered = isExternal ? suggested : offeredIn(field, state);
  const [chosen, choose] = useContent(field, (content) => chosenIn(content, offered));
  const least = Number(element.min_query_length ?? LEAST_TYPED);
  const several = isMany(type);
  return (
    <Picker
      {...ariaOf(props)}
      offered={offered}
      chosen={chosen}
      isMany={several}
      most={Number(element.max_selected_items ?? Number.POSITIVE_INFINITY)}
      placeholder={wordsOf(element.placeholder) || (several ? 'Choose some' : 'Choose one')}
      mayBeEmptied={field.isOptional}
      onChoose={(next) => {
        const values = next.map(({ value }) => value);
        choose(next, several ? values : (values[0] ?? ''));
      }}
      {...(isExternal && {
        least,
        onType: async (typed: string) =>
          setSuggested(typed.length < least ? [] : (await suggest(field, typed)).map((one) => optionOf(one))),
      })}
    />
  );
}
