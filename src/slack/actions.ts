/** The ids of our buttons, fields and views, as blocks write them and listeners hear them. */
export const ACTIONS = {
  answerQuestion: 'answer_question',
  checkText: 'check_text',
  askText: 'ask_text',
  why: 'why',
  passage: 'passage',
  editFacts: 'edit_facts',
  share: 'share',
  helpful: 'helpful',
  notHelpful: 'not_helpful',
  interviewAnswer: 'interview_answer',
  interviewSkip: 'interview_skip',
  interviewStop: 'interview_stop',
  interviewGoOn: 'interview_go_on',
  interviewAnew: 'interview_anew',
  recheck: 'recheck',
  feedback: 'feedback',
  formSubject: 'form_subject',
  formRead: 'form_read',
  formAllFacts: 'form_all_facts',
  newCheck: 'new_check',
  checksPage: 'checks_page',
  allGaps: 'all_gaps',
  gapsPage: 'gaps_page',
  settings: 'settings',
  audit: 'audit',
  auditPage: 'audit_page',
  forgetMe: 'forget_me',
  pin: 'pin_answer',
  unpin: 'unpin_answer',
  written: 'written_answers',
  writtenPage: 'written_page',
  teamAnswer: 'team_answer',
  teamClose: 'team_close',
  teamOpen: 'team_open',
} as const;

export const VIEWS = {
  form: 'form',
  share: 'share',
  notHelpful: 'not_helpful',
  settings: 'settings',
  forgetMe: 'forget_me',
  pin: 'pin_answer',
  teamCheck: 'team_check',
  answerNotHelpful: 'answer_not_helpful',
} as const;

/** The shortcuts, as manifest.yml declares them. */
export const SHORTCUTS = {
  checkMessage: 'check_message',
  newCheck: 'new_check',
} as const;
