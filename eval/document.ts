import type { Section } from './report.ts';

/** A document that does not hold a place for what should go into it. */
export class DocumentError extends Error {
  readonly code = 'document_marker';
}

const begin = (id: string) => `<!-- generated: ${id} -->`;
const END = '<!-- end of generated -->';

/**
 * The document with the generated parts refreshed; all else stays as it is. A place whose section has no figures in this run
 * says so. @throws DocumentError when a beginning has no end.
 */
export function refreshed(document: string, sections: readonly Pick<Section, 'id' | 'body'>[]): string {
  const bodies = new Map(sections.map(({ id, body }) => [id, body]));
  const [before = '', ...places] = document.split('<!-- generated: ');
  return [
    before,
    ...places.map((place) => {
      const id = place.slice(0, place.indexOf(' -->'));
      const end = place.indexOf(END);
      if (end < 0) throw new DocumentError(`The place for "${id}" has no end. Add ${END} after it.`);
      return `${begin(id)}\n${bodies.get(id) ?? 'Nothing in this run.'}\n${place.slice(end)}`;
    }),
  ].join('');
}

/** The document with only these parts refreshed. @throws DocumentError when there is no place for one. */
export function refreshedIn(document: string, sections: readonly Pick<Section, 'id' | 'body'>[]): string {
  return sections.reduce((text, { id, body }) => {
    const start = text.indexOf(begin(id));
    const end = text.indexOf(END, start);
    if (start < 0 || end < 0)
      throw new DocumentError(`There is no place for "${id}". Add ${begin(id)} and ${END}.`);
    return `${text.slice(0, start)}${begin(id)}\n${body}\n${text.slice(end)}`;
  }, document);
}
