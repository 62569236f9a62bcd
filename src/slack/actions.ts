/** The ids of our buttons, as blocks write them and listeners hear them. */
export const ACTIONS = {
  showReasons: 'show_reasons',
  answerQuestion: 'answer_question',
  checkText: 'check_text',
  askText: 'ask_text',
} as const;
