import { checkKeys, checkList, checkString, checkText, type Findings, isObject } from './block-text.ts';
import type { SlackObject } from './message.ts';

const PLAIN = ['plain_text'];

const mostOptions = (type: string): number =>
  type === 'overflow' ? 5 : type === 'radio_buttons' || type === 'checkboxes' ? 10 : 100;

function checkOption(option: SlackObject, type: string, pointer: string, findings: Findings): void {
  const isRich = type === 'radio_buttons' || type === 'checkboxes';
  checkText(option.text, 75, `${pointer}/text`, findings, isRich ? undefined : PLAIN);
  checkString(option.value, 150, `${pointer}/value`, findings);
  if (option.description !== undefined) {
    checkText(option.description, 75, `${pointer}/description`, findings, isRich ? undefined : PLAIN);
  }
  const known = ['text', 'value', 'description', ...(type === 'overflow' ? ['url'] : [])];
  if (option.url !== undefined && type === 'overflow')
    checkString(option.url, 3000, `${pointer}/url`, findings);
  checkKeys(option, known, pointer, findings);
}

/** Checks what an element offers, and that what it begins with is among it. */
export function checkOptions(element: SlackObject, type: string, pointer: string, findings: Findings): void {
  const { options, option_groups: groups } = element;
  const isNeeded = ['radio_buttons', 'checkboxes', 'overflow'].includes(type) || /static_select$/.test(type);
  if (isNeeded && options === undefined && groups === undefined) {
    findings.add('missing required field: options', pointer);
  }
  if (options !== undefined && groups !== undefined) {
    findings.add('must not define both `options` and `option_groups`', pointer);
  }
  const check = (option: SlackObject, place: string): void => checkOption(option, type, place, findings);
  if (options !== undefined) checkList(options, mostOptions(type), `${pointer}/options`, findings, check);
  if (groups !== undefined) {
    checkList(groups, 100, `${pointer}/option_groups`, findings, (group, place) => {
      checkText(group.label, 75, `${place}/label`, findings, PLAIN);
      checkList(group.options, 100, `${place}/options`, findings, check);
      checkKeys(group, ['label', 'options'], place, findings);
    });
  }
  checkInitial(element, type, pointer, findings);
}

/** The options of an element, out of their groups. */
export function optionsOf({ options, option_groups: groups }: SlackObject): readonly SlackObject[] {
  const inGroups = Array.isArray(groups) ? groups.filter(isObject).flatMap(optionsOf) : [];
  return [...(Array.isArray(options) ? options.filter(isObject) : []), ...inGroups];
}

function checkInitial(element: SlackObject, type: string, pointer: string, findings: Findings): void {
  const { initial_option: one, initial_options: several } = element;
  const offered = optionsOf(element).map(({ value }) => value);
  const isExternal = /external_select$/.test(type);
  const check = (option: SlackObject, place: string): void => {
    checkOption(option, type, place, findings);
    if (!isExternal && !offered.includes(option.value))
      findings.add('must match one of the provided options', place);
  };
  if (isObject(one)) check(one, `${pointer}/initial_option`);
  else if (one !== undefined) findings.add('must provide an object', `${pointer}/initial_option`);
  if (several !== undefined) checkList(several, 100, `${pointer}/initial_options`, findings, check);
}
