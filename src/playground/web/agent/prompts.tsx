import { usePage } from '../store/page-context.tsx';

/** What the agent suggests to ask. */
export function Prompts() {
  const { model, act } = usePage();
  const { prompts } = model.state;
  if (prompts.length === 0) return null;
  return (
    <div className="prompts" role="group" aria-label="Suggested prompts">
      {prompts.map(({ title }) => (
        <button key={title} type="button" className="example" onClick={() => void act('prompt', { title })}>
          {title}
        </button>
      ))}
    </div>
  );
}
