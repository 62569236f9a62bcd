import { matchingCase } from './letter-case.ts';

/** British beside American; words that are spelt alike are not here. */
const PAIRS: readonly (readonly [british: string, american: string])[] = [
  ...(
    ['organis', 'realis', 'prioritis', 'recognis', 'specialis', 'summaris', 'optimis', 'finalis'] as const
  ).flatMap((stem) =>
    ['e', 'es', 'ed', 'ing', 'ation', 'ations', 'ational'].map(
      (end) => [`${stem}${end}`, `${stem.slice(0, -1)}z${end}`] as const,
    ),
  ),
  ['analyse', 'analyze'],
  ['analyses', 'analyzes'],
  ['analysed', 'analyzed'],
  ['analysing', 'analyzing'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['colour', 'color'],
  ['coloured', 'colored'],
  ['behaviour', 'behavior'],
  ['favour', 'favor'],
  ['favourite', 'favorite'],
  ['labour', 'labor'],
  ['neighbour', 'neighbor'],
  ['honour', 'honor'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
  ['catalogue', 'catalog'],
  ['catalogued', 'cataloged'],
  ['dialogue', 'dialog'],
  ['licence', 'license'],
  ['defence', 'defense'],
  ['fulfil', 'fulfill'],
  ['fulfilment', 'fulfillment'],
  ['enrol', 'enroll'],
  ['skilful', 'skillful'],
  ['travelling', 'traveling'],
  ['travelled', 'traveled'],
  ['modelling', 'modeling'],
  ['labelling', 'labeling'],
  ['cancelled', 'canceled'],
  ['grey', 'gray'],
  ['judgement', 'judgment'],
  ['ageing', 'aging'],
  ['manoeuvre', 'maneuver'],
];

/** American words that mean something else more often stay as they are. */
const ONE_WAY = new Set(['check', 'checks', 'program', 'programs']);

const SWAPS = new Map(
  PAIRS.flatMap(([british, american]) => [
    [british, american] as const,
    ...(ONE_WAY.has(american) ? [] : [[american, british] as const]),
  ]),
);

/** British words in their American spelling and the other way round. */
export const withSpellingSwapped = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) => {
    const other = SWAPS.get(word.toLowerCase());
    return other === undefined ? word : matchingCase(word, other);
  });
