import type { Drift, DriftCause } from '../advisor/drift.ts';
import type { Subject } from '../advisor/fact.ts';
import type { Role } from '../advisor/verdict.ts';
import { type Definitions, said, TYPE_NAMES } from './template.ts';
import { listed } from './wording.ts';

/** What people asked about, as counts; empty where there is nothing to tell. */
export const themesLine = (themes: readonly { theme: string; questions: number }[]): string =>
  themes.length === 0
    ? ''
    : `Asked about: ${listed(themes.map(({ theme, questions }) => `${theme} (${questions} times)`))}.`;

const SUBJECTS: Readonly<Record<Subject, string>> = {
  situation: 'the company',
  candidate: "a person's work",
  job: 'a job',
};
const ROLES: Readonly<Record<Role, string>> = {
  coo: 'a COO',
  implementer: 'an implementer',
  both: 'both a COO and an implementer',
  'neither-yet': 'neither yet',
  undecided: 'undecided',
};

/** A stored verdict that would now differ, with why, in one sentence. */
export function driftSentence({ subject, from, to, causes }: Drift, definitions: Definitions): string {
  const isRole = from.role !== to.role;
  const kind = ({ types }: Drift['from']): string => listed(types.map((type) => TYPE_NAMES[type]));
  const why = causes.length > 0 ? `: ${listed(causesWords(causes, definitions))}` : '';
  const on = `A verdict on ${SUBJECTS[subject]}`;
  return isRole
    ? `${on} was ${ROLES[from.role]} and would now be ${ROLES[to.role]}${kind(to) && ` (the COO being ${kind(to)})`}${why}.`
    : `${on} still is ${ROLES[to.role]}, but the COO was ${kind(from) || 'of no clear kind'} and would now be ${kind(to) || 'of no clear kind'}${why}.`;
}

function causesWords(causes: readonly DriftCause[], definitions: Definitions): string[] {
  const isTold = (cause: DriftCause): boolean => cause.kind === 'new-fact' && cause.to !== null;
  const told = causes.filter(isTold).map((cause) => causeWords(cause, definitions));
  return [
    // A digest learns facts from the team alone.
    ...(told.length > 0 ? [`who owns what in the team now tells that ${listed(told)}`] : []),
    ...causes.filter((cause) => !isTold(cause)).map((cause) => causeWords(cause, definitions)),
  ];
}

function causeWords(cause: DriftCause, definitions: Definitions): string {
  switch (cause.kind) {
    case 'new-fact':
      return cause.to === null
        ? `it is no longer known whether ${definitions.get(cause.fact)?.label ?? cause.fact}`
        : said({ name: cause.fact, value: cause.to }, definitions);
    case 'new-rule': {
      const says = (cause.to ?? cause.from)?.says.replace(/\.$/, '') ?? cause.rule;
      if (cause.from && cause.to) return `the rule “${says}” weighs otherwise`;
      return cause.to ? `the rule “${says}” is new` : `the rule “${says}” is gone`;
    }
    case 'new-knowledge':
      return 'the rulebook has changed as a whole';
  }
}
