/** Counts down what the page says in words beside it. The server's clock counts: the page brings its time along. */
export function start(element: HTMLElement): void {
  const { until = '', now = '', left = '', over = '' } = element.dataset;
  const endsAt = performance.now() + Date.parse(until) - Date.parse(now);
  const draw = () => {
    const seconds = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    element.textContent = seconds > 0 ? left.replace('{time}', clock) : over;
    if (seconds === 0) {
      element.setAttribute('role', 'alert');
      clearInterval(timer);
    }
  };
  const timer = setInterval(draw, 1000);
  draw();
}
