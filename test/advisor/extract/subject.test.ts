import { describe, expect, test } from 'vitest';
import { openKnowledge } from './cases.ts';

const { reader } = openKnowledge();

describe('a text is about one person', () => {
  test.each([
    'Beatriz improves margins, allocates the budgets and tells the branch managers what has to change.',
    'She keeps three calendars and two inboxes for the partners.',
    'Runs four branches. Hires and dismisses the branch managers. Answers to the chief executive.',
    'My sister manages the managers of a dental chain. She travels between them and tells the owner which ones slip.',
    'Dana thinks that her job is to keep our records.',
    'Our colleague Bo sets the shifts. He negotiates with the works council and speaks for us abroad.',
    'Nurse with a training in wound care. Treats patients and does home visits.',
  ])('whom most of it tells of: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('candidate');
  });

  test.each([
    'I work as an office manager in a law firm. They tell me what they want and I book it, file it or type it.',
    'I am the operations manager of a hotel group. I report to the chief executive and sign the budget.',
  ])('who tells of their own work: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('candidate');
  });

  test.each(['Moreau', 'Santos', 'Haddad Santos'])('whatever their family name ends with: %s', (family) => {
    expect(reader.subjectOf(`Beatriz ${family} leads three departments and sets policies.`)).toBe(
      'candidate',
    );
  });

  test('also where "they" means one', () => {
    const told = (she: string, keeps: string, her: string) =>
      `Meet Beatriz, our archivist. ${she} ${keeps} the records. The partners rely on ${her}.`;
    expect(reader.subjectOf(told('She', 'keeps', 'her'))).toBe('candidate');
    expect(reader.subjectOf(told('They', 'keep', 'them'))).toBe('candidate');
  });
});

describe('a text is about a company', () => {
  test.each([
    'Our founder is a genius with glue. He invents a new one every month and has never finished a price list.',
    'A client of mine runs a chain of nine gyms. He decides every purchase himself and his managers wait for days.',
    'The CEO of our clinics turns 63. She wants to see whether somebody can follow her.',
    'She is the founder and she cannot let go. Every offer waits for her signature.',
  ])('whose leader it tells of, be it by a pronoun: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('situation');
  });

  test.each([
    'My number two wants to leave. She runs production and service, and a competitor has called her twice. How do we keep her?',
    'Should we make Lars our COO so that he stays? He brings in half of the revenue.',
    'We have a COO, he is excellent. What we lack is somebody who keeps the records and books the rooms.',
  ])('who describes somebody at length for its sake: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('situation');
    expect(reader.speaksOfPerson(text)).toBe(true);
  });

  test.each([
    'Beatriz says that decisions wait for the CEO.',
    'Our bookkeeper complains that nobody keeps the records.',
    'My assistant tells us we have too many projects.',
  ])('of which somebody is told to speak: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('situation');
    expect(reader.speaksOfPerson(text)).toBe(true);
  });

  test('where an opinion is asked for', () => {
    expect(reader.subjectOf('Lots going on. What do you think?')).toBe('situation');
    expect(reader.subjectOf('Lots going on, some days are better. Team is nice. What do you think?')).toBe(
      'situation',
    );
  });

  test('that says too little of anybody', () => {
    expect(reader.subjectOf('Things could be better.')).toBe('situation');
    expect(reader.subjectOf('')).toBe('situation');
  });
});

describe('a text is about a job', () => {
  test.each([
    'Office coordinator, Leeds. You will greet visitors and keep our supplier list up to date. 25 days of leave.',
    'Schedule social media posts. Answer customer emails. Update the shop. Send invoices. Remote, 15 hours a week.',
    'We are hiring! In this role you lead 14 shop managers and report to the founder. Send your application by 1 May.',
  ])('by what it asks of the reader and offers: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('job');
  });
});

test('what an advert asks its reader is of the reader', () => {
  expect(
    reader.subjectOf(
      'Can you make plans happen? Do you know how to keep a calendar? You will help three directors.',
    ),
  ).toBe('job');
});
