const steps = [1, 1.5, 2, 3, 4];

/** Turns and enlarges the picture of a paper: nothing is changed but how it is drawn. */
export function start(element: HTMLElement): void {
  const page = element.querySelector<HTMLImageElement>('[data-page]');
  if (!page) return;
  let step = 0;
  let turns = 0;
  const draw = () => {
    const scale = steps[step] ?? 1;
    page.style.maxHeight = scale === 1 ? '' : 'none';
    page.style.maxWidth = scale === 1 ? '' : 'none';
    page.style.width = scale === 1 ? '' : `${scale * 100}%`;
    page.style.rotate = `${turns * 90}deg`;
  };
  const acts: Readonly<Record<string, () => void>> = {
    bigger: () => {
      step = Math.min(steps.length - 1, step + 1);
    },
    smaller: () => {
      step = Math.max(0, step - 1);
    },
    turn: () => {
      turns = (turns + 1) % 4;
    },
  };
  for (const button of element.querySelectorAll<HTMLButtonElement>('[data-view]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      acts[button.dataset['view'] ?? '']?.();
      draw();
    });
  }
}
