import MiniSearch from 'minisearch';
import type { Area } from '../advisor/team/area.ts';

/** Of a word that is not yet typed to its end, and of one with a slip in five letters, the area is found as well. */
const OPTIONS = { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { label: 3, terms: 2 } } as const;

/**
 * Opens the search of areas by what a person types, the best first; all areas, in their order, where nothing is typed.
 * Every word typed has to be met.
 */
export function createAreaSearch(areas: readonly Area[]): (typed: string) => Area[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const index = new MiniSearch({ fields: ['label', 'terms', 'explanation'] });
  for (const { id, label, terms, explanation } of areas)
    index.add({ id, label, terms: terms.join(' '), explanation });
  return (typed) =>
    typed.trim() === ''
      ? [...areas]
      : index.search(typed, OPTIONS).flatMap(({ id }) => byId.get(String(id)) ?? []);
}
