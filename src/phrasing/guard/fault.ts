/** Why a phrasing is not shown; each is counted by its name. */
export type FaultKind =
  | 'shape'
  | 'length'
  | 'characters'
  | 'language'
  | 'citation'
  | 'omission'
  | 'order'
  | 'verdict'
  | 'polarity'
  | 'attribution'
  | 'unsupported'
  | 'contradicts-fact'
  | 'overclaim'
  | 'hedge'
  | 'comparison'
  | 'number'
  | 'name'
  | 'advice'
  | 'promise'
  | 'legal'
  | 'judgement'
  | 'tone'
  | 'instruction';

export interface Fault {
  kind: FaultKind;
  /** What was met: a word, an id, or a clause of at most 80 characters. Never a person's words; for tests and evaluation. */
  detail: string;
}

export const fault = (kind: FaultKind, detail: string): Fault => ({ kind, detail: detail.slice(0, 80) });
