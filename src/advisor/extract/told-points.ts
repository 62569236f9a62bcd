import type { Told } from './sentence-subject.ts';
import type { Token } from './token.ts';
import { whoIsToldOf } from './told-of.ts';

/** What it weighs for somebody's work, and below zero for a company's situation, whom a text tells of. */
export interface ToldWeights {
  /** What a situation has ahead. */
  headStart: number;
  /** What a point of a phrase weighs, and how many count. */
  phrases: { situation: number; work: number; mostSituation: number; mostWork: number };
  told: Partial<Record<Told, { somewhere?: number | undefined; first?: number | undefined }>>;
  leaderAlone: number;
  mostly: number;
  only: number;
  noFirstPerson: number;
}

/** Whom a text tells of, and how much that speaks for somebody's work. */
export interface ToldPoints {
  points: number;
  /** Whether any part tells of one person, or of work that somebody is to do. */
  ofSomebody: boolean;
  /** In how many parts a person is told of, and in how many the reader or a post. */
  ofPerson: number;
  ofJob: number;
}

const FIRST_PERSON = new Set('i we me us my our mine ours myself ourselves'.split(' '));

export function toldPoints(weights: ToldWeights, sentences: readonly (readonly Token[])[]): ToldPoints {
  const told = whoIsToldOf(sentences);
  const count = (...kinds: readonly Told[]): number => told.filter((each) => kinds.includes(each)).length;
  const ofPerson = count('person', 'unsaid');
  const ofJob = count('reader', 'post');
  const withSubject = told.length - count('none');
  const isImpersonal = !sentences.some((tokens) => tokens.some(({ word }) => FIRST_PERSON.has(word)));
  const isOnly = told.length > 0 && count('person', 'unsaid', 'post', 'none', 'thing') === told.length;
  const observed = [
    ...[...new Set(told)].map((each) => weights.told[each]?.somewhere ?? 0),
    (told[0] && weights.told[told[0]]?.first) ?? 0,
    told.includes('leader') && ofPerson === 0 ? weights.leaderAlone : 0,
    ofPerson * 2 > withSubject ? weights.mostly : 0,
    isOnly && isImpersonal && ofPerson + ofJob > 0 ? weights.only : 0,
    isImpersonal ? weights.noFirstPerson : 0,
  ];
  return {
    points: observed.reduce((sum, each) => sum + each, 0),
    ofSomebody: ofPerson + ofJob > 0,
    ofPerson,
    ofJob,
  };
}
