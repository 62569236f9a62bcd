import { element, mrkdwn, paragraphs } from './mrkdwn.js';

function text(object, names) {
  return object.type === 'mrkdwn'
    ? paragraphs(object.text, names)
    : [element('span', { class: 'text' }, object.text)];
}

const drawn = {
  header: (block) => element('h3', {}, block.text.text),
  divider: () => element('hr'),
  section: (block, { names, press }) =>
    element(
      'div',
      { class: 'section' },
      element(
        'div',
        {},
        ...(block.text ? text(block.text, names) : []),
        ...(block.fields
          ? [
              element(
                'div',
                { class: 'fields' },
                ...block.fields.map((field) => element('div', {}, ...text(field, names))),
              ),
            ]
          : []),
      ),
      ...(block.accessory ? [control(block.accessory, press)] : []),
    ),
  context: (block, { names }) =>
    element(
      'div',
      { class: 'context' },
      ...block.elements.map((one) =>
        one.type === 'image' ? image(one) : element('div', {}, ...text(one, names)),
      ),
    ),
  actions: (block, { press }) =>
    element('div', { class: 'actions' }, ...block.elements.map((one) => control(one, press))),
  image: (block) => image(block),
  markdown: (block, { names }) => element('div', {}, ...mrkdwn(block.text, names)),
};

const image = ({ image_url: src, alt_text: alt }) => element('img', { src, alt });

function control(item, press) {
  if (item.type === 'image') return image(item);
  if (item.type !== 'button') return element('em', {}, `(${item.type} is not drawn here)`);
  if (item.url)
    return element(
      'a',
      { class: 'button', href: item.url, target: '_blank', rel: 'noreferrer' },
      item.text.text,
    );
  const onclick = () => press(item.action_id);
  return element(
    'button',
    { type: 'button', class: `button ${item.style ?? ''}`, 'aria-label': item.accessibility_label, onclick },
    item.text.text,
  );
}

/** A message's blocks as DOM nodes. `press` is called with the action id of a pressed button. */
export function drawBlocks(blocks, options) {
  return blocks.map((block) =>
    drawn[block.type]
      ? drawn[block.type](block, options)
      : element('em', {}, `(${block.type} is not drawn here)`),
  );
}
