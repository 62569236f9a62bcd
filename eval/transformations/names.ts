/** First names and surnames of many origins that are not also words. */
const NAMES = (
  'Maria Tom Anna Aisha Viktor Ines Ivan Lucia Paul Noor Priya Sam Robert Olga Nadia Lena Karim Jonas Jamal Fatima ' +
  'Erik Dev Tim Sheryl Sandberg Francia John Peter James David Michael Sarah Emma Laura Julia Lisa Daniel Susan Ben ' +
  'Kate Alex Chris Marco Carla Ahmed Omar Elena Sofia Hannah Lukas Chen Yusuf Leo Nina Rosa Henry Aditi Alasdair ' +
  'Aminata Anders Aoife Arnaud Astrid Aurelio Baptiste Barbara Beate Bernadette Bongani Carmen Claudine Colm Corinne ' +
  'Kwame Yuki Diego Bjorn Amara Takeshi Leila Mateusz Oluwaseun Xiu Gunther Callum Hyacinth Chidi Rashid Declan ' +
  'Tariq Saoirse Meiling Ingrid Sven Zainab Beatriz Folasade Dmitri Okafor Nakamura Petrov Parvati Ngozi Svetlana ' +
  'Ximena Adaeze Bogdan Hamza Kofi Haruto Emeka Shirin Wanjiru Arjun Oksana Tunde Rosalind Lakshmi Sunniva Nikhil ' +
  'Brigid Philippa Jabari Torsten Rohan Nomvula Patrick Fiona Agnes Padma Ibrahim Kenji Thandiwe Delphine Desmond ' +
  'Ewa Francesca Gabrielle Giorgos Graciela Gwendolyn Hallvard Hamish Heidi Henrik Ilse Javier Khalid Margaret Mei'
).split(' ');

/** Each name and the one half a list on, both ways, so that origin and sex mostly change. */
const half = NAMES.length / 2;
const SWAPS = new Map(NAMES.map((name, at) => [name, NAMES[(at + half) % NAMES.length] ?? name]));

/** Every name in the list replaced by another. */
export const withNamesSwapped = (text: string): string =>
  text.replace(/\p{Lu}\p{Ll}+/gu, (word) => SWAPS.get(word) ?? word);
