import type { Role } from '../../advisor/verdict.ts';
import type { Given } from '../material.ts';
import type { Clause, Mention } from './clauses.ts';
import { type Fault, fault } from './fault.ts';
import { DOUBTS, LIGHT, NEED } from './lexicon.ts';
import type { Cited, Source } from './sources.ts';
import type { Named, Word } from './words.ts';

/** What each verdict says of the two roles. */
const STANCES: Readonly<Record<Role, Partial<Record<Named, boolean>>>> = {
  coo: { coo: true, implementer: false },
  implementer: { coo: false, implementer: true },
  both: { coo: true, implementer: true },
  'neither-yet': { coo: false, implementer: false },
  undecided: {},
};
/** As much of a clause must stand in a source for it to be the one that the clause speaks of. */
const SAME = 0.5;

/** Content that says more than that something is called for. */
export const ownContent = ({ content }: Clause): Word[] =>
  content.filter(({ stem }) => !LIGHT.has(stem) && !NEED.has(stem));

/**
 * Each clause that names a role says of it what the verdict says, or what the cited sources say. A clause that says no more
 * than what is called for must say the verdict, without a doubt.
 */
export function stanceFault(clauses: readonly Clause[], cited: Cited, given: Given): Fault | undefined {
  for (const clause of clauses) {
    if (clause.mentions.length === 0 || leavesOpen(clause, given)) continue;
    const agrees = (mention: Mention): boolean => saysVerdict(mention, given);
    const wrong = clause.mentions.find((mention) => !agrees(mention));
    if (wrong && clause.needs && speaksToReader(clause)) return fault('verdict', wrong.role);
    const own = ownContent(clause);
    if (own.length === 0) {
      const { mentions } = clause;
      if (isSaid(clause, cited, mentions)) continue;
      const turned = mentions.map(({ role, positive }) => ({ role, positive: !positive }));
      if (isSaid(clause, cited, turned)) return fault('polarity', turned[0]?.role ?? '');
      if (wrong) return fault('verdict', wrong.role);
      if (clause.words.some(({ word }) => DOUBTS.has(word))) return fault('hedge', 'of the verdict');
      continue;
    }
    for (const mention of clause.mentions) {
      const said = polaritiesOf(mention.role, own, cited);
      const fits = said
        ? said.has(mention.positive) || (agrees(mention) && !mention.positive && deniesSome(cited))
        : agrees(mention) && isSpokenOf(mention.role, cited);
      if (!fits) return fault('polarity', mention.role);
    }
  }
  return undefined;
}

/** So much of a clause of light words must stand in a rule for it to be the rule's. */
const MOSTLY = 0.6;

/** A cited rule or fact has the clause nearly word by word, of these roles. */
function isSaid({ content }: Clause, { says, facts }: Cited, mentions: readonly Mention[]): boolean {
  if (content.length === 0) return false;
  return [...says, ...facts]
    .flatMap(({ clauses }) => clauses)
    .some(
      (clause) =>
        shareOf(content, clause) >= MOSTLY &&
        mentions.every(({ role, positive }) =>
          clause.mentions.some((each) => each.role === role && each.positive === positive),
        ),
    );
}

/** A cited rule denies something, so that a denial which the verdict shares may be drawn from it. */
const deniesSome = ({ says }: Cited): boolean =>
  says.some(({ clauses }) => clauses.some(({ negated }) => negated));

const isSpokenOf = (role: Named, { all }: Cited): boolean =>
  all.some(({ clauses }) => clauses.some(({ mentions }) => mentions.some((each) => each.role === role)));

function saysVerdict({ role, positive }: Mention, { role: verdict, types }: Given): boolean {
  if (role === 'coo' || role === 'implementer') return STANCES[verdict][role] === positive;
  return positive && types.includes(role);
}

/** "It is not clear whether you need a COO or an implementer", where just that is the verdict. */
const leavesOpen = ({ words, negated, mentions }: Clause, { role }: Given): boolean =>
  role === 'undecided' &&
  mentions.length > 1 &&
  (negated || words.some(({ word }) => word === 'open')) &&
  words.some(({ word }) => word === 'whether' || word === 'which');

const READER = new Set('you your yours we our us company business firm'.split(' '));
const speaksToReader = ({ words }: Clause): boolean => words.some(({ word }) => READER.has(word));

/** How the sources speak of the role where they speak of the same things: rules and facts first, then passages. */
function polaritiesOf(role: Named, own: readonly Word[], cited: Cited): Set<boolean> | undefined {
  for (const sources of [[...cited.says, ...cited.facts], cited.passages]) {
    const found = new Set(
      sources
        .flatMap(({ clauses }: Source) => clauses)
        .filter((clause) => shareOf(own, clause) >= SAME)
        .flatMap(({ mentions }) =>
          mentions.filter((each) => each.role === role).map(({ positive }) => positive),
        ),
    );
    if (found.size > 0) return found;
  }
  return undefined;
}

export function shareOf(own: readonly Word[], { content }: Clause): number {
  const meanings = new Set(content.map(({ meaning }) => meaning));
  return own.filter(({ meaning }) => meanings.has(meaning)).length / own.length;
}
