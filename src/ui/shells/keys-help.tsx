import { useWords } from '../context.tsx';

/** What the single keys do, and the switch that turns them off. The island opens it and adds the keys of the page's own buttons. */
export function KeysHelp() {
  const words = useWords().keys;
  const keys = [
    ['j', words.down],
    ['k', words.up],
    ['Enter', words.open],
    ['x', words.select],
    ['/', words.search],
    ['?', words.list],
  ] as const;
  return (
    <dialog class="dialog" data-island="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.title}</h2>
      <dl class="pair">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" class="acts">
        <label class="check">
          <input type="checkbox" data-off /> {words.off}
        </label>
        <button class="btn second" type="submit">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
