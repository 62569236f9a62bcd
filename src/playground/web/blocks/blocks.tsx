import type { ReactNode } from 'react';
import { fieldsOf } from '../../forms/fields.ts';
import type { SlackObject } from '../../message.ts';
import { Element } from '../elements/element.tsx';
import { InputBlock } from './input-block.tsx';
import { Markdown } from './markdown.tsx';
import { Picture } from './picture.tsx';
import { objectIn, objectsIn, textIn } from './reading.ts';
import { RichText } from './rich-text.tsx';
import { Table } from './table.tsx';
import { Text } from './text.tsx';

type Draw = (block: SlackObject) => ReactNode;

function Section({ block }: { readonly block: SlackObject }) {
  const { text, fields, accessory } = block;
  const [field] = fieldsOf([{ ...block, elements: undefined, element: undefined }]);
  return (
    <div className="section">
      <div>
        {text !== undefined && <Text of={text} />}
        {fields !== undefined && (
          <div className="fields">
            {objectsIn(fields).map((one, at) => (
              <div key={at}>
                <Text of={one} />
              </div>
            ))}
          </div>
        )}
      </div>
      {objectIn(accessory).type === 'image' && <Picture image={objectIn(accessory)} isSmall />}
      {field !== undefined && <Element field={field} />}
    </div>
  );
}

const Elements = ({ block, className }: { readonly block: SlackObject; readonly className: string }) => (
  <div className={className}>
    {fieldsOf([block]).map((field) => (
      <Element key={field.actionId} field={field} />
    ))}
  </div>
);

function Context({ block }: { readonly block: SlackObject }) {
  return (
    <div className="context">
      {objectsIn(block.elements).map((one, at) => {
        const key = `${at}-${textIn(one.type)}`;
        return one.type === 'image' ? (
          <Picture key={key} image={one} isSmall />
        ) : (
          <div key={key}>
            <Text of={one} />
          </div>
        );
      })}
    </div>
  );
}

const drawings: Readonly<Record<string, Draw>> = {
  header: ({ text }) => <h3>{textIn(objectIn(text).text)}</h3>,
  divider: () => <hr />,
  section: (block) => <Section block={block} />,
  context: (block) => <Context block={block} />,
  actions: (block) => <Elements block={block} className="actions" />,
  context_actions: (block) => <Elements block={block} className="actions feedback" />,
  image: (block) => (
    <figure>
      {block.title !== undefined && (
        <figcaption>
          <Text of={block.title} />
        </figcaption>
      )}
      <Picture image={block} />
    </figure>
  ),
  input: (block) => <InputBlock block={block} />,
  markdown: ({ text }) => <Markdown text={textIn(text)} />,
  rich_text: ({ elements }) => <RichText elements={elements} />,
  table: (block) => <Table block={block} />,
  alert: (block) => (
    <div className="alert">
      <Text of={block.text} />
    </div>
  ),
  video: ({ title, alt_text: alt }) => (
    <p>
      [Video: <Text of={title} /> {textIn(alt)}]
    </p>
  ),
};

/** Every text of a block that is not drawn here, so that nothing which was said is lost. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const { text, ...rest } = objectIn(value);
  return [
    ...(typeof text === 'string' ? [text] : textsIn(text)),
    ...Object.values(rest).flatMap(textsIn),
  ].filter((one) => one !== '');
}

function Block({ block }: { readonly block: SlackObject }) {
  const draw = drawings[textIn(block.type)];
  if (draw !== undefined) return draw(block);
  return (
    <div className="undrawn">
      <em>A block of the kind “{textIn(block.type)}”, which this page does not draw.</em>{' '}
      {textsIn(block).join(' · ')}
    </div>
  );
}

/** The blocks of a message, modal or Home tab, within a SurfaceContext. */
export const Blocks = ({ blocks }: { readonly blocks: readonly SlackObject[] }) =>
  blocks.map((block, at) => <Block key={textIn(block.block_id) || `${at}`} block={block} />);
