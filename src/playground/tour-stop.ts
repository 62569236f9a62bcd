/** One example of the guided tour: what it shows, and what is typed by whom, and where. */
export interface TourStop {
  readonly title: string;
  readonly about: string;
  /** A person's id. */
  readonly as: string;
  readonly channel: string;
  readonly text: string;
}
