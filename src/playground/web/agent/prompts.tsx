import { usePage } from '../store/page-context.tsx';

/** What the agent suggests to ask. */
export function Prompts() {
  const { model, act } = usePage();
  const { prompts } = model.state;
  if (prompts.length === 0) return null;
  // Other prompts take the place of these all at once; none of them wanders.
  return (
    <div
      key={prompts.map(({ title }) => title).join()}
      className="prompts"
      role="group"
      aria-label="Suggested prompts"
    >
      {prompts.map(({ title }) => (
        <button key={title} type="button" className="example" onClick={() => void act('prompt', { title })}>
          {title}
        </button>
      ))}
    </div>
  );
}
