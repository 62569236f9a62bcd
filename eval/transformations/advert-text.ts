/** What stands above the job on a careers page. It names no size, no level and no work that the job includes. */
export const ADVERT_BEFORE = [
  'About us',
  'For more than thirty years our customers have come to us for things that last. We began in a shed behind a petrol station, and a photograph of that shed still hangs beside the coffee machine. Since then we have moved four times, each time to a brighter place, and we have never lost our liking for good tools, plain words and long summers. We believe that people do their best work when they are well rested and fairly treated, and that a good joke is worth as much as a good argument.',
  'Our products are sold in many countries and have won several awards for design and durability. You may have seen them in a film, in a museum shop or in the kitchen of a friend. We are proud of our history, curious about the future and happy to be where we are. Our offices are bright and quiet, a short walk from the station and the river, with a garden that is at its best in May.',
  'What makes us special is the mixture of backgrounds, languages and hobbies that you find at our tables. Among us are beekeepers, choir singers, chess players and a former figure skater. You do not need to be any of these. It is enough to be kind, honest and interested in the world.',
  'About the position',
] as const;

/** The benefits that follow. */
export const ADVERT_PERKS = [
  'What we offer',
  'A permanent contract with a salary that is reviewed every year, a company pension and a yearly bonus that depends on how we all do together.',
  'Thirty days of holiday, the two days between Christmas and New Year off, and a day off on your birthday.',
  'Flexible hours and the choice to work from home up to three days a week. You will find a height-adjustable desk, two screens and a chair that your back will thank you for, both here and at home.',
  'Fresh fruit, good coffee, cold drinks and a warm lunch from the canteen, with vegetarian and vegan dishes every day. On Thursdays there is cake.',
  'A subsidy for public transport or a leased bicycle, free parking for those who come by car, and charging points for electric vehicles.',
  'Membership of a gym around the corner, a running group on Tuesday evenings, yoga at noon, and a yearly health check by our doctor.',
  'Language courses, access to a large online library and a generous allowance for books, courses and conferences of your choice.',
  'A nursery place for your children as soon as one is free, help with finding a flat if you move, and a quiet room for prayer, rest or feeding.',
  'Discounts in many shops, tickets for concerts and football at a lower price, a summer party by the lake and a winter party with a band.',
  'A buddy for your first weeks, a welcome breakfast and a laptop and telephone that you may use privately as well.',
  'A paid day each year for a good cause, and matched donations for the charity that you choose.',
] as const;

/** Legal text, privacy notice and how to apply. */
export const ADVERT_TERMS = [
  'How to apply',
  'Please send us your application through the form on our website. A short letter and your curriculum vitae are enough; photographs, dates of birth and certificates are not needed at this stage. Tell us the earliest date on which you could start and what you would like to earn. You will receive a confirmation by email within two working days. After that we usually meet twice, once by video and once in person, and you will hear from us within a fortnight of the last conversation, whatever the outcome. Travel costs to the interview are refunded on presentation of the tickets.',
  'Equal opportunity',
  'We are an equal opportunity employer. All qualified applicants will receive consideration for employment without regard to race, colour, religion, creed, sex, gender identity or expression, sexual orientation, national origin, ancestry, citizenship, age, disability, genetic information, marital or family status, pregnancy, veteran status or any other characteristic protected by applicable law. If you need a reasonable adjustment during the application or at any later stage, tell us and we will gladly make it. Our premises are accessible by wheelchair, and our web pages work with screen readers. Applicants with severe disabilities are given preference where qualifications are otherwise equal.',
  'Right to work and background checks',
  'An offer of employment is conditional on proof of your right to work in the country and, where the law permits, on satisfactory references and a background check. We do not sponsor visas for this vacancy. Employment is at will where the law of the state provides for it, and nothing in this advertisement constitutes a contract or a promise of continued employment. The description above is not exhaustive and may change over time. The range of pay shown on our website is an estimate made in good faith and depends on location, skills and experience.',
  'Privacy notice',
  'We process the personal data that you provide for the sole purpose of deciding on your application, on the basis of Article 6(1)(b) of the General Data Protection Regulation. Your data is stored on servers within the European Economic Area, is seen only by those involved in the selection, and is deleted six months after the procedure has ended unless you allow us to keep it longer. You have the right of access, rectification, erasure, restriction, portability and objection, and the right to lodge a complaint with a supervisory authority. Further information, including the contact details of the data protection officer, is given in the privacy statement on our website. Cookies are used on our careers pages only with your consent, which you can withdraw whenever you like.',
  'Notice to agencies',
  'We do not accept unsolicited applications from recruitment agencies. No fee will be paid for a candidate who is presented without a prior written agreement, even if that candidate is later employed. Please do not telephone, and do not forward profiles to individual colleagues.',
  'Beware of fraud',
  'We never ask applicants for money, for bank details before a contract is signed, or for purchases of any kind, and we write only from addresses that end in our own domain. If you receive a message in our name that seems odd, please let us know. All trademarks, logos and brand names are the property of their respective owners. Subject to change without notice; errors and omissions excepted. All rights reserved.',
] as const;
