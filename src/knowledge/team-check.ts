import type { WordClasses } from '../advisor/extract/pattern.ts';
import type { Passage } from '../advisor/passage.ts';
import type { Rulebook } from '../advisor/rulebook.ts';
import type { Area } from '../advisor/team/area.ts';
import { passagesOf } from '../advisor/team/gap-rule.ts';
import { areasFile, readAreas } from './areas.ts';
import { gapsFile, readGapRules } from './gap-rules.ts';
import type { KnowledgeFault } from './yaml-source.ts';

export interface TeamCheck {
  faults: KnowledgeFault[];
  /** How many areas there are. */
  areas: number;
}

/**
 * Checks `areas.yaml` and `gaps.yaml` in a knowledge folder: schemas, ids, phrases, and that every passage, article fact and
 * fact about a company that they name is there. `unread` are passages that exist but cannot be read.
 */
export function checkTeamKnowledge(
  dir: string,
  classes: WordClasses,
  passages: readonly Passage[],
  unread: readonly string[],
  rulebook: Rulebook,
): TeamCheck {
  const { areas, faults: areaFaults, lineOf: areaLine } = readAreas(dir, classes);
  const gaps = readGapRules(dir);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const faults = [...areaFaults, ...gaps.faults];

  const passageFaults = (ids: readonly string[]): string[] =>
    ids
      .filter((id) => !byId.has(id) && !unread.includes(id))
      .map((id) => `There is no passage "${id}". Write it or cite another.`);
  const companyFactFaults = (names: readonly string[]): string[] =>
    names
      .filter((name) => !rulebook.facts.some((fact) => fact.name === name && isAboutCompany(fact)))
      .map((name) => `"${name}" is no yes-no fact about a situation. Name one of facts.yaml.`);

  for (const [at, { because, facts, highWhen, tells }] of areas.entries()) {
    const passage = byId.get(because);
    const told = (key: string, messages: readonly string[]): void => {
      const line = areaLine([at, key]);
      faults.push(...messages.map((message) => ({ file: areasFile(dir), line, message })));
    };
    told('because', passageFaults([because]));
    told('highWhen', companyFactFaults(highWhen));
    told('tells', tells ? [...companyFactFaults([tells.fact]), ...tellFaults(tells, areas)] : []);
    told(
      'facts',
      facts
        .filter((fact) => passage && !passage.facts.includes(fact))
        .map(
          (fact) =>
            `The passage "${because}" does not carry the fact ${fact}. Cite another or mend the fact.`,
        ),
    );
  }
  for (const rule of gaps.rules.values())
    faults.push(
      ...[...passageFaults(passagesOf(rule)), ...companyFactFaults([...rule.when, ...rule.highWhen])].map(
        (message) => ({ file: gapsFile(dir), line: gaps.lineOf(rule.kind), message }),
      ),
    );
  return { faults, areas: areas.length };
}

/** Areas that tell one fact must tell it the same way. */
const tellFaults = ({ fact, whenOwned }: Tells, areas: readonly Area[]): string[] =>
  areas.some(({ tells }) => tells?.fact === fact && tells.whenOwned !== whenOwned)
    ? [`Areas tell "${fact}" both ways. Give all of them the same whenOwned.`]
    : [];
type Tells = NonNullable<Area['tells']>;

const isAboutCompany = ({ kind, subjects }: Rulebook['facts'][number]): boolean =>
  kind === 'yes-no' && subjects.includes('situation');
