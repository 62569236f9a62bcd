import type { Rulebook } from '../../advisor/rulebook.ts';
import { convincingTypes } from '../../advisor/types.ts';
import type { Advice, TypeScore } from '../../advisor/verdict.ts';
import { ROLE_NAMES, TYPE_NAMES } from '../../phrasing/template.ts';
import { listed } from '../../phrasing/wording.ts';
import type { Check } from '../../records/checks.ts';

const kindOf = (types: readonly TypeScore[]): string =>
  listed(convincingTypes(types).map((type) => TYPE_NAMES[type])) || 'not clear';

/** What a newer rulebook makes of a kept check, one sentence each; nothing when it is judged by the same rulebook. */
export function changedSince(
  check: Pick<Check, 'rulebook' | 'role' | 'types' | 'rules'>,
  { verdict }: Advice,
  { rules }: Rulebook,
): string[] {
  if (check.rulebook === verdict.rulebook) return [];
  const now = new Set(verdict.rules.map(({ id }) => id));
  const then = new Set(check.rules.map(({ id }) => id));
  const known = new Map(rules.map((rule) => [rule.id, rule.says]));
  return [
    'The rulebook has changed since this check was made.',
    check.role === verdict.role
      ? `The answer is the same: ${ROLE_NAMES[verdict.role]}.`
      : `Then the answer was ${ROLE_NAMES[check.role]}; today it is ${ROLE_NAMES[verdict.role]}.`,
    ...(!check.types?.length || !verdict.types.length || kindOf(check.types) === kindOf(verdict.types)
      ? []
      : [`The kind of COO was ${kindOf(check.types)}; today it is ${kindOf(verdict.types)}.`]),
    ...verdict.rules.filter(({ id }) => !then.has(id)).map(({ says }) => `Counts now: ${says}`),
    ...check.rules
      .filter(({ id }) => !now.has(id))
      .map(({ id, fired }) => `Counts no more: ${fired?.says ?? known.get(id) ?? 'a rule that is gone'}`),
  ];
}
