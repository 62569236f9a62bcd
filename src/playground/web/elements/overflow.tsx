import { type Field, wordsOf } from '../../forms/fields.ts';
import { optionsOf } from '../../option-check.ts';
import { textIn } from '../blocks/reading.ts';
import { useControls } from '../blocks/surface.tsx';
import { Icon } from '../icons.tsx';
import { Menu } from '../windows/menu.tsx';

/** The three dots that fold out more to do. */
export function Overflow({ field }: { readonly field: Field }) {
  const { press } = useControls();
  const { blockId, actionId, element } = field;
  const items = optionsOf(element).map(({ text, value, description, url }) => ({
    key: textIn(value),
    words: wordsOf(text),
    about: wordsOf(description) || undefined,
    onPick: () => {
      if (/^https?:/i.test(textIn(url))) window.open(textIn(url), '_blank', 'noreferrer');
      void press(`${blockId}/${actionId}/${textIn(value)}`, element.confirm);
    },
  }));
  return (
    <Menu label="More actions" className="icon-button bordered" items={items}>
      <Icon name="more" />
    </Menu>
  );
}
