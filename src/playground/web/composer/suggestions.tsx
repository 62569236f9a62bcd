import type { Completion } from './completion.ts';

interface SuggestionsProps {
  readonly id: string;
  readonly offers: readonly Completion[];
  readonly at: number;
  readonly onPick: (offer: Completion) => void;
}

/** What could be meant, above the composer. The keys are heard there. */
export const Suggestions = ({ id, offers, at, onPick }: SuggestionsProps) => (
  <div className="suggestions" id={id} role="listbox" aria-label="Suggestions">
    {offers.map((offer, index) => (
      <div
        key={offer.insert}
        id={`${id}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === at}
        className={index === at ? 'option current' : 'option'}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onPick(offer)}
      >
        <strong>{offer.words}</strong>
        <small>{offer.about}</small>
      </div>
    ))}
  </div>
);
