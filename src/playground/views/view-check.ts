import { ApiError } from '../api-error.ts';
import { checkKeys, checkString, checkText, Findings, isObject } from '../block-text.ts';
import { checkBlocks, withIds } from '../blocks-check.ts';
import { fieldsOf } from '../forms/fields.ts';
import type { SlackObject } from '../message.ts';
import { ViewContent } from './view.ts';

/** The largest view, in bytes. */
const MOST_BYTES = 250_000;

const COMMON = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
const MODAL = ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close'];
const PLAIN = ['plain_text'];

/** What a view that an app hands in says. Throws an ApiError that lists what Slack would not take. */
export function viewContentOf(given: unknown, type: ViewContent['type']): ViewContent {
  const findings = new Findings();
  if (!isObject(given))
    throw ApiError.listing('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  if (Buffer.byteLength(JSON.stringify(given)) > MOST_BYTES) throw new ApiError('view_too_large');
  const isModal = type === 'modal';
  if (given.type === undefined) findings.add('missing required field: type', '/view');
  else if (given.type !== type) findings.add('must be a valid enum value', '/view/type');
  checkKeys(given, isModal ? [...COMMON, ...MODAL] : COMMON, '/view', findings);
  if (isModal) checkFrame(given, findings);
  for (const [name, most] of [
    ['private_metadata', 3000],
    ['callback_id', 255],
    ['external_id', 255],
  ] as const) {
    const value = given[name];
    if (value !== undefined && value !== '') checkString(value, most, `/view/${name}`, findings);
  }
  if (given.blocks === undefined) findings.add('missing required field: blocks', '/view');
  else findings.wrongs.push(...checkBlocks(given.blocks, type, '/view/blocks').wrongs);
  if (Array.isArray(given.blocks)) checkForm(given, given.blocks.filter(isObject), findings);
  if (findings.wrongs.length > 0) throw ApiError.listing('invalid_arguments', findings.wrongs);
  return ViewContent.parse(given);
}

/** The words and switches around a modal's blocks. */
function checkFrame(given: SlackObject, findings: Findings): void {
  if (given.title === undefined) findings.add('missing required field: title', '/view');
  for (const name of ['title', 'submit', 'close']) {
    const isLeftOut = given[name] === undefined || (given[name] === null && name !== 'title');
    if (!isLeftOut) checkText(given[name], 24, `/view/${name}`, findings, PLAIN);
  }
  for (const name of ['clear_on_close', 'notify_on_close']) {
    if (given[name] !== undefined && typeof given[name] !== 'boolean')
      findings.add('must be a boolean', `/view/${name}`);
  }
}

function checkForm(given: SlackObject, blocks: readonly SlackObject[], findings: Findings): void {
  const input = blocks.findIndex((block) => block.type === 'input');
  if (given.type === 'modal' && input >= 0 && !given.submit)
    findings.add('must define `submit` to use `input` block', `/view/blocks/${input}/input`);
  const inFocus = fieldsOf(withIds(blocks, () => 'unnamed')).filter(
    ({ element }) => element.focus_on_load === true,
  );
  if (inFocus.length > 1)
    findings.add('only one element can have `focus_on_load` set to true', '/view/blocks');
}
