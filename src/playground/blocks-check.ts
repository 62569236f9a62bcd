import { checkKeys, checkList, checkString, checkText, Findings, isObject } from './block-text.ts';
import { checkElement, checkImage } from './element-check.ts';
import type { SlackObject } from './message.ts';

export type BlockPlace = 'message' | 'modal' | 'home';

const PLAIN = ['plain_text'];

/** What a section may have beside its text, besides selects. */
const ACCESSORIES = [
  'button',
  'checkboxes',
  'datepicker',
  'image',
  'overflow',
  'radio_buttons',
  'timepicker',
  'workflow_button',
];

const NO_INPUTS = ['button', 'feedback_buttons', 'icon_button', 'image', 'overflow', 'workflow_button'];

const ACTIONS_ELEMENTS = [
  'button',
  'checkboxes',
  'datepicker',
  'datetimepicker',
  'overflow',
  'radio_buttons',
  'timepicker',
  'rich_text_input',
  'workflow_button',
];

type Check = (block: SlackObject, pointer: string, findings: Findings) => void;

interface BlockKind {
  readonly properties: readonly string[];
  readonly places?: readonly BlockPlace[];
  readonly check: Check;
}

const elementOf =
  (allowed: (type: string) => boolean, findings: Findings) =>
  (element: SlackObject, pointer: string): void => {
    if (allowed(String(element.type))) checkElement(element, pointer, findings);
    else findings.add(`unsupported type: ${String(element.type)}`, `${pointer}/type`);
  };

const checkSection: Check = (block, pointer, findings) => {
  if (block.text === undefined && block.fields === undefined) {
    findings.add('must define either `text` or `fields`', pointer);
  }
  if (block.text !== undefined) checkText(block.text, 3000, `${pointer}/text`, findings);
  if (block.fields !== undefined) {
    checkList(block.fields, 10, `${pointer}/fields`, findings, (field, place) =>
      checkText(field, 2000, place, findings),
    );
  }
  const accessory = block.accessory;
  if (accessory === undefined) return;
  if (isObject(accessory))
    elementOf((type) => ACCESSORIES.includes(type) || /_select$/.test(type), findings)(
      accessory,
      `${pointer}/accessory`,
    );
  else findings.add('must provide an object', `${pointer}/accessory`);
};

const checkContext: Check = (block, pointer, findings) =>
  checkList(block.elements, 10, `${pointer}/elements`, findings, (element, place) => {
    if (element.type === 'image') checkElement(element, place, findings);
    else checkText(element, 3000, place, findings);
  });

const checkInput: Check = (block, pointer, findings) => {
  checkText(block.label, 2000, `${pointer}/label`, findings, PLAIN);
  if (block.hint !== undefined) checkText(block.hint, 2000, `${pointer}/hint`, findings, PLAIN);
  const element = block.element;
  if (!isObject(element)) findings.add('missing required field: element', pointer);
  else elementOf((type) => !NO_INPUTS.includes(type), findings)(element, `${pointer}/element`);
  for (const name of ['optional', 'dispatch_action']) {
    if (block[name] !== undefined && typeof block[name] !== 'boolean')
      findings.add('must be a boolean', `${pointer}/${name}`);
  }
};

const checkTable: Check = (block, pointer, findings) =>
  void (Array.isArray(block.rows)
    ? block.rows.length > 100
      ? findings.add('no more than 100 items allowed', `${pointer}/rows`)
      : block.rows.some((row) => Array.isArray(row) && row.length > 20) &&
        findings.add('no more than 20 items allowed', `${pointer}/rows`)
    : findings.add('missing required field: rows', pointer));

const leaveInside: Check = () => undefined;

const kinds: Readonly<Record<string, BlockKind>> = {
  section: { properties: ['text', 'fields', 'accessory', 'expand'], check: checkSection },
  header: {
    properties: ['text', 'level'],
    check: (block, pointer, findings) => checkText(block.text, 150, `${pointer}/text`, findings, PLAIN),
  },
  divider: { properties: [], check: leaveInside },
  image: {
    properties: ['image_url', 'slack_file', 'alt_text', 'title'],
    check: (block, pointer, findings) => {
      checkImage(block, pointer, findings);
      if (block.title !== undefined) checkText(block.title, 2000, `${pointer}/title`, findings, PLAIN);
    },
  },
  context: { properties: ['elements'], check: checkContext },
  actions: {
    properties: ['elements'],
    check: (block, pointer, findings) =>
      checkList(
        block.elements,
        25,
        `${pointer}/elements`,
        findings,
        elementOf((type) => ACTIONS_ELEMENTS.includes(type) || /_select$/.test(type), findings),
      ),
  },
  context_actions: {
    properties: ['elements'],
    places: ['message'],
    check: (block, pointer, findings) =>
      checkList(
        block.elements,
        5,
        `${pointer}/elements`,
        findings,
        elementOf((type) => type === 'feedback_buttons' || type === 'icon_button', findings),
      ),
  },
  input: { properties: ['label', 'element', 'hint', 'optional', 'dispatch_action'], check: checkInput },
  markdown: {
    properties: ['text'],
    places: ['message'],
    check: (block, pointer, findings) => checkString(block.text, 12_000, `${pointer}/text`, findings),
  },
  table: { properties: ['rows', 'column_settings'], places: ['message'], check: checkTable },
  rich_text: {
    properties: ['elements'],
    check: (block, pointer, findings) =>
      checkList(block.elements, 1000, `${pointer}/elements`, findings, () => undefined),
  },
  video: {
    properties: [
      'alt_text',
      'author_name',
      'description',
      'provider_icon_url',
      'provider_name',
      'title',
      'title_url',
      'thumbnail_url',
      'video_url',
    ],
    check: leaveInside,
  },
};

/** Kinds that exist in Slack but whose inside this check does not look into. */
const OPAQUE = [
  'alert',
  'card',
  'carousel',
  'container',
  'data_table',
  'data_visualization',
  'file',
  'plan',
  'task_card',
];

/** Every string a reader sees in a text object or markdown block, added up. */
function shownLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + shownLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? inner.length : shownLength(inner)),
    0,
  );
}

/** The most characters a message's blocks may show together; seen, not documented. */
const MESSAGE_CHARACTERS = 13_200;

function checkUniqueIds(blocks: readonly unknown[], pointer: string, findings: Findings): void {
  const blockIds = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    if (!isObject(block)) continue;
    const id = block.block_id;
    if (id !== undefined) {
      checkString(id, 255, `${pointer}/${index}/block_id`, findings);
      if (blockIds.has(id))
        findings.add(`block_id "${String(id)}" already exists`, `${pointer}/${index}/block_id`);
      blockIds.add(id);
    }
    const actionIds = new Set<unknown>();
    for (const [at, element] of (Array.isArray(block.elements) ? block.elements : []).entries()) {
      const actionId = isObject(element) ? element.action_id : undefined;
      if (actionId === undefined) continue;
      if (actionIds.has(actionId)) {
        const place = `${pointer}/${index}/elements/${at}/action_id`;
        findings.add(`\`action_id\` "${String(actionId)}" already exists for another element`, place);
      }
      actionIds.add(actionId);
    }
  }
}

/**
 * Judges blocks as Slack does. Returns what is wrong, each with its JSON pointer from `pointer`; nothing when all is well.
 * `tooLong` tells whether a message's blocks show more text than one message holds.
 */
export function checkBlocks(
  blocks: unknown,
  place: BlockPlace = 'message',
  pointer = '/blocks',
): { readonly wrongs: readonly string[]; readonly tooLong: boolean } {
  const findings = new Findings();
  if (!Array.isArray(blocks)) {
    findings.add('must be an array', pointer);
    return { wrongs: findings.wrongs, tooLong: false };
  }
  const most = place === 'message' ? 50 : 100;
  if (blocks.length > most) findings.add(`no more than ${most} items allowed`, pointer);
  for (const [index, block] of blocks.entries()) {
    const at = `${pointer}/${index}`;
    if (isObject(block)) checkBlock(block, place, at, findings);
    else findings.add('must provide an object', at);
  }
  if (blocks.filter((block) => isObject(block) && block.type === 'table').length > 1) {
    findings.add('only one table is allowed', pointer);
  }
  checkUniqueIds(blocks, pointer, findings);
  return {
    wrongs: findings.wrongs,
    tooLong: place === 'message' && shownLength(blocks) > MESSAGE_CHARACTERS,
  };
}

function checkBlock(block: SlackObject, place: BlockPlace, pointer: string, findings: Findings): void {
  const type = block.type;
  if (type === undefined) findings.add('missing required field: type', pointer);
  const kind = kinds[String(type)];
  if (kind === undefined) {
    if (type !== undefined && !OPAQUE.includes(String(type))) {
      findings.add(`unsupported type: ${String(type)}`, `${pointer}/type`);
    }
    return;
  }
  if (kind.places !== undefined && !kind.places.includes(place)) {
    findings.add(`unsupported type: ${String(type)}`, `${pointer}/type`);
    return;
  }
  checkKeys(block, ['type', 'block_id', ...kind.properties], pointer, findings);
  kind.check(block, pointer, findings);
}

/** Gives every block and interactive element without an id one, as Slack does before it shows them. */
export function withIds(blocks: readonly SlackObject[], nextId: () => string): readonly SlackObject[] {
  const named = (element: unknown): unknown =>
    isObject(element) &&
    /(button|select|checkboxes|overflow|picker|input|radio_buttons)/.test(String(element.type))
      ? { action_id: nextId(), ...element }
      : element;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? nextId(),
    ...(Array.isArray(block.elements) && block.type !== 'rich_text'
      ? { elements: block.elements.map(named) }
      : {}),
    ...(block.accessory === undefined ? {} : { accessory: named(block.accessory) }),
    ...(block.element === undefined ? {} : { element: named(block.element) }),
  }));
}
