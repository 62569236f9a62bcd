import { useState } from 'react';
import { type Field, wordsOf } from '../../forms/fields.ts';
import { withEmoji } from '../blocks/emoji.ts';
import { isSafeLink } from '../blocks/mrkdwn.tsx';
import { objectIn, textIn } from '../blocks/reading.ts';
import { useControls } from '../blocks/surface.tsx';
import { Icon } from '../icons.tsx';

interface ButtonProps {
  readonly field: Field;
}

/** Pressing, and whether the app has not acknowledged it yet. */
function usePress(button: string, confirm?: unknown): readonly [isWaiting: boolean, press: () => void] {
  const { press } = useControls();
  const [isWaiting, setWaiting] = useState(false);
  // A button that were disabled meanwhile would lose the focus.
  const begin = async (): Promise<void> => {
    if (isWaiting) return;
    setWaiting(true);
    await press(button, confirm);
    setWaiting(false);
  };
  return [isWaiting, () => void begin()];
}

const nameOf = ({ blockId, actionId }: Field): string => `${blockId}/${actionId}`;

export function PressButton({ field }: ButtonProps) {
  const { text, url, style, accessibility_label: label, confirm } = field.element;
  const [isWaiting, press] = usePress(nameOf(field), confirm);
  const look = `button ${style === 'primary' || style === 'danger' ? style : ''}`;
  const spoken = textIn(label) || undefined;
  if (isSafeLink(textIn(url)))
    return (
      <a
        className={look}
        href={textIn(url)}
        target="_blank"
        rel="noreferrer"
        aria-label={spoken}
        onClick={press}
      >
        {withEmoji(wordsOf(text))}
      </a>
    );
  return (
    <button type="button" className={look} aria-label={spoken} aria-busy={isWaiting} onClick={press}>
      {withEmoji(wordsOf(text))}
    </button>
  );
}

export function IconButton({ field }: ButtonProps) {
  const { text, icon, accessibility_label: label, confirm } = field.element;
  const [isWaiting, press] = usePress(nameOf(field), confirm);
  const words = textIn(label) || wordsOf(text);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={words}
      title={words}
      aria-busy={isWaiting}
      onClick={press}
    >
      <Icon name={icon === 'trash' ? 'close' : 'more'} />
    </button>
  );
}

/** The pair of thumbs under an agent's answer. The one that was pressed stays marked. */
export function FeedbackButtons({ field }: ButtonProps) {
  const { press } = useControls();
  const [chosen, setChosen] = useState<string>();
  const { positive_button: good, negative_button: bad } = field.element;
  return (
    <>
      {[
        { icon: 'up' as const, button: objectIn(good) },
        { icon: 'thumbDown' as const, button: objectIn(bad) },
      ].map(({ icon, button: { text, value, accessibility_label: label } }) => (
        <button
          key={icon}
          type="button"
          className="icon-button worded"
          aria-label={textIn(label) || undefined}
          aria-pressed={chosen === icon}
          onClick={() => {
            setChosen(icon);
            void press(`${nameOf(field)}/${textIn(value)}`);
          }}
        >
          <Icon name={icon} />
          {wordsOf(text)}
        </button>
      ))}
    </>
  );
}
