import type { CooType } from '../advisor/rule.ts';
import type { Gap, SuggestedAction } from '../advisor/team/gap.ts';
import { TYPE_NAMES } from './template.ts';
import { listed } from './wording.ts';

/** What ids are called where the words are read: a mention in Slack, a plain name elsewhere. */
export interface TeamNames {
  member(id: string): string;
  area(id: string): string;
}

/** More than this many names or areas are told as a number. */
const MOST_NAMED = 4;

/** "a, b and c", or with many "a, b, c and 5 more". */
export function some(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return listed(names);
  const shown = names.slice(0, MOST_NAMED - 1);
  return listed([...shown, `${names.length - shown.length} more`]);
}

const types = (of: readonly CooType[]): string => listed(of.map((type) => TYPE_NAMES[type]));

/** A gap as one sentence that says what is so; what to do about it is the action's sentence. */
export function gapSentence({ kind, evidence, action }: Gap, names: TeamNames): string {
  const members = some(evidence.members.map(names.member));
  const areas = some(evidence.areas.map(names.area));
  const has = evidence.areas.length > 0;
  switch (kind) {
    case 'uncovered-area':
      return `Nobody owns ${areas}${alongside(action, evidence.members.length, members)}.`;
    case 'ideas-without-follow-through':
      return `Ideas have no follow-through: nobody owns ${areas}${alongside(action, evidence.members.length, members)}.`;
    case 'two-owners':
      return `${areas} has ${evidence.members.length} owners: ${members}.`;
    case 'overloaded-owner':
      return `${members} has too much to do and owns ${areas}.`;
    case 'executive-doing-hands-on-work':
      return has
        ? `${members} has an executive's title and carries hands-on work: ${areas}.`
        : `${members} has an executive's title, and the work described is hands-on.`;
    case 'implementer-asked-to-decide':
      return has
        ? `${members} has an implementer's title and is asked to decide: ${areas}.`
        : `${members} has an implementer's title, and the work described is an executive's.`;
    case 'single-point-of-failure':
      return `Only ${members} has ${areas}; nobody could step in.`;
    case 'coo-type-against-situation':
      return `The situation asks for ${types(evidence.cooTypes)}, and ${members} is another kind of COO.`;
    case 'no-successor':
      return 'Someone is to follow the CEO, and no successor is named.';
  }
}

function alongside(action: SuggestedAction, count: number, members: string): string {
  if (count === 0) return '';
  if (action.kind === 'fill-seat') return `; ${members} ${count > 1 ? 'are' : 'is'} still open`;
  return `; ${members} only ${count > 1 ? 'help' : 'helps'} there`;
}

/** A gap that is no more, as one sentence. */
export function closedSentence({ kind, evidence }: Gap, names: TeamNames): string {
  const members = some(evidence.members.map(names.member));
  const areas = some(evidence.areas.map(names.area));
  switch (kind) {
    case 'uncovered-area':
      return `${areas} has an owner now.`;
    case 'ideas-without-follow-through':
      return `${areas} has an owner now, so ideas get finished.`;
    case 'two-owners':
      return `${areas} no longer has two owners.`;
    case 'overloaded-owner':
      return `${members} no longer has too much to do.`;
    case 'executive-doing-hands-on-work':
    case 'implementer-asked-to-decide':
      return `The title and the work of ${members} no longer contradict each other.`;
    case 'single-point-of-failure':
      return `${members} is no longer the only one for so much.`;
    case 'coo-type-against-situation':
      return `The kind of COO that ${members} is no longer goes against the situation.`;
    case 'no-successor':
      return 'The question of who follows the CEO is no longer open.';
  }
}

/** A gap in a few words: the area or the person that it is about. */
export function gapName({ kind, evidence }: Gap, names: TeamNames): string {
  const [area] = evidence.areas;
  const [member] = evidence.members;
  switch (kind) {
    case 'uncovered-area':
    case 'ideas-without-follow-through':
      return `nobody for ${names.area(area ?? '')}`;
    case 'two-owners':
      return `several owners for ${names.area(area ?? '')}`;
    case 'overloaded-owner':
      return `too much for ${names.member(member ?? '')}`;
    case 'executive-doing-hands-on-work':
    case 'implementer-asked-to-decide':
      return `title against work of ${names.member(member ?? '')}`;
    case 'single-point-of-failure':
      return `nobody to step in for ${names.member(member ?? '')}`;
    case 'coo-type-against-situation':
      return `the kind of COO that ${names.member(member ?? '')} is`;
    case 'no-successor':
      return 'no successor';
  }
}

/** An action as one sentence. */
export function actionSentence(action: SuggestedAction, names: TeamNames): string {
  const [first] = 'candidates' in action ? action.candidates : [];
  switch (action.kind) {
    case 'assign-owner':
      return first === undefined
        ? `Assign an owner to ${names.area(action.area)}.`
        : `Assign an owner to ${names.area(action.area)}; ${names.member(first)} helps there already.`;
    case 'fill-seat':
      return `Fill ${some(action.seats.map(names.member))}, or assign an owner to ${names.area(action.area)} until then.`;
    case 'choose-one-owner':
      return `Choose one owner for ${names.area(action.area)}; the others can help.`;
    case 'rebalance':
      return first === undefined
        ? `Take something off ${names.member(action.from)}.`
        : `Move something from ${names.member(action.from)} to ${names.member(first)}, who has room.`;
    case 'name-helper':
      return `Name somebody who can step in for ${names.member(action.owner)}.`;
    case 'open-check':
      return `Check whom the work of ${names.member(action.member)} fits.`;
    case 'name-successor':
      return 'Name a successor.';
  }
}
