import { Findings } from '../block-text.ts';
import { checkElement } from '../element-check.ts';
import type { Field } from '../forms/fields.ts';
import type { SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import { optionsOf } from '../option-check.ts';
import { type Actor, interact } from './actor.ts';

/** So much must be typed before the app is asked, in characters, unless it says otherwise. */
const LEAST_TYPED = 3;

/** Asks the app what an external select offers for what was typed. `surface` is how the payload shows where it stands. */
export async function optionsFor(
  { element, actionId, blockId }: Field,
  typed: string,
  surface: SlackObject,
  actor: Actor,
): Promise<readonly SlackObject[]> {
  if (typed.length < Number(element.min_query_length ?? LEAST_TYPED)) return [];
  const payload = {
    type: 'block_suggestion',
    ...surface,
    action_id: actionId,
    block_id: blockId,
    value: typed,
  };
  return offered(await interact(actor, payload, NOT_LOADED));
}

const NOT_LOADED = 'The options could not be loaded. Try again.';

/** The options of an answer, which must be fit for a select. None is an answer, too. */
function offered(answer: SlackObject): readonly SlackObject[] {
  const { options, option_groups: groups } = answer;
  if (Array.isArray(options) && options.length === 0) return [];
  const findings = new Findings();
  const asSelect = { ...(options === undefined ? { option_groups: groups } : { options }) };
  checkElement({ type: 'static_select', ...asSelect }, '', findings);
  if (findings.wrongs.length > 0) throw new NotPossible(NOT_LOADED);
  return optionsOf(answer);
}
