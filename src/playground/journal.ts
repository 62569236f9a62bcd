import type { Bulletin } from './bulletin.ts';
import type { JournalEntry, JournalNews, News } from './news.ts';

/** When there are more, the oldest are forgotten. */
const MOST_ENTRIES = 300;

/** The latest of what went between Slack, the app and its model. Each new entry is posted as news. */
export class Journal {
  #entries: JournalEntry[] = [];
  #count = 0;

  readonly news: Bulletin<News>;
  /** Ms since 1970. */
  readonly now: () => number;

  constructor(news: Bulletin<News>, now: () => number) {
    this.news = news;
    this.now = now;
    news.on('delivery', (delivery) => this.#add({ delivery }));
    news.on('call', (call) => this.#add({ call }));
    news.on('response', (call) => this.#add({ call }));
    news.on('model', (model) => this.#add({ model }));
    news.on('phrasing', (phrasing) => this.#add({ phrasing }));
  }

  /** Oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  #add(what: JournalNews): void {
    this.#count += 1;
    const entry: JournalEntry = { id: this.#count, at: this.now(), ...what };
    this.#entries = [...this.#entries.slice(1 - MOST_ENTRIES), entry];
    this.news.post('journal', entry);
  }
}
