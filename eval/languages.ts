import type { AskedAdvisor } from './reading.ts';

interface Foreign {
  language: string;
  situations: readonly string[];
  questions: readonly string[];
}

/** What people might write in other languages; the advisor is made for English and should hold back. */
const FOREIGN: readonly Foreign[] = [
  {
    language: 'German',
    situations: [
      'Wir sind 14 Leute, haben ständig neue Ideen, und nichts wird fertig.',
      'Ich leite eine Firma mit 300 Mitarbeitern und brauche jemanden, der das Tagesgeschäft führt und entscheidet.',
    ],
    questions: [
      'Was ist der Unterschied zwischen einem COO und einem Implementer?',
      'Wann braucht man einen COO?',
    ],
  },
  {
    language: 'French',
    situations: [
      'Nous sommes douze et nos idées ne sont jamais mises en œuvre.',
      'Je dirige une entreprise de 250 salariés et je cherche un bras droit pour les opérations quotidiennes.',
    ],
    questions: [
      "Qu'est-ce qu'un COO ?",
      'Une petite entreprise a-t-elle besoin d’un directeur des opérations ?',
    ],
  },
  {
    language: 'Spanish',
    situations: [
      'Somos ocho personas, tenemos muchas ideas y nadie hace el seguimiento.',
      'Tengo 400 empleados y necesito un segundo al mando que dirija los departamentos.',
    ],
    questions: ['¿Qué hace un COO?', '¿Qué es un implementador?'],
  },
  {
    language: 'Portuguese',
    situations: [
      'Somos dez pessoas e nenhum projeto chega ao fim.',
      'O nosso diretor executivo é muito jovem e precisa de um mentor experiente.',
    ],
    questions: ['Quais são os tipos de COO?', 'Qual é a diferença entre COO e CEO?'],
  },
  {
    language: 'Dutch',
    situations: [
      'We zijn met z’n zessen en niemand houdt de administratie bij.',
      'Ik zoek een rechterhand die de dagelijkse leiding van 180 mensen overneemt.',
    ],
    questions: ['Wat doet een COO?', 'Heeft een startup een COO nodig?'],
  },
  {
    language: 'Polish',
    situations: [
      'Jest nas piętnaścioro, pomysłów mamy wiele, ale nikt ich nie realizuje.',
      'Prowadzę firmę z 500 pracownikami i potrzebuję zastępcy do spraw operacyjnych.',
    ],
    questions: ['Kim jest COO?', 'Czym zajmuje się wdrożeniowiec?'],
  },
];

export interface LanguageRow {
  language: string;
  situations: number;
  undecided: number;
  /** Roles given all the same. */
  decided: string[];
  questions: number;
  refused: number;
}

/** What becomes of texts in other languages. */
export const readLanguages = (advisor: AskedAdvisor): LanguageRow[] =>
  FOREIGN.map(({ language, situations, questions }) => {
    const roles = situations.map((text) => advisor.check(text, 'situation').verdict.role);
    const decided = roles.filter((role) => role !== 'undecided');
    return {
      language,
      situations: situations.length,
      undecided: roles.length - decided.length,
      decided,
      questions: questions.length,
      refused: questions.filter((question) => !advisor.ask(question).answered).length,
    };
  });
