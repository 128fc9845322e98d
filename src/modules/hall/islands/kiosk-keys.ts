import { telex } from '../rules/telex.ts';

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm-'];

/** Our own keyboard for the field that was touched last: pinyin is typed in Latin letters, Vietnamese by Telex. */
export function start(element: HTMLElement): void {
  const form = element.closest('form');
  const fields = [...(form?.querySelectorAll<HTMLInputElement>('input.input') ?? [])];
  let field = fields[0];
  for (const one of fields) one.addEventListener('focus', () => (field = one));
  const press = (key: string) => {
    if (!field) return;
    const { value } = field;
    field.value = key === 'back' ? value.slice(0, -1) : element.dataset['telex'] === undefined ? value + key : telex(value, key);
    if (field.maxLength > 0) field.value = field.value.slice(0, field.maxLength);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const row of rows) element.append(lineOf([...row].map((key) => keyOf(key, key, press))));
  const { space = '␣', back = '⌫' } = element.dataset;
  element.append(lineOf([keyOf(' ', space, press), keyOf('back', back, press)]));
}

function lineOf(keys: readonly HTMLElement[]): HTMLElement {
  const line = document.createElement('div');
  line.append(...keys);
  return line;
}

function keyOf(key: string, label: string, press: (key: string) => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = key.length > 1 || key === ' ' ? 'btn second wide' : 'btn second';
  button.textContent = label;
  button.addEventListener('click', () => press(key));
  return button;
}
