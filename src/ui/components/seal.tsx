/** 通 as a drawn path, so that it looks the same where no Song typeface is installed. */
const mark =
  'M8.42 7.71 8.15 7.85C9.33 9.44 10.67 11.77 11.08 13.74C14.07 15.9 16.53 10.01 8.42 7.71ZM27.71 22.18H24.78V19.08H27.71ZM19.19 27.58V22.97H21.99V27.96H22.48C23.9 27.96 24.75 27.44 24.78 27.3V22.97H27.71V25.33C27.71 25.66 27.66 25.79 27.27 25.79C26.89 25.79 25.66 25.71 25.66 25.71V26.07C26.48 26.23 26.84 26.56 27.03 26.92C27.27 27.3 27.33 27.93 27.36 28.78C30.32 28.51 30.7 27.49 30.7 25.6V15.77C31.27 15.66 31.66 15.38 31.82 15.19L28.81 12.89L27.44 14.48H25.27C26.1 14.07 26.51 13.16 25.55 12.32C27.14 11.74 28.92 11 30.01 10.32C30.62 10.29 30.89 10.21 31.14 9.99L28.26 7.27L26.56 8.92H15.66L15.9 9.68H26.32C25.82 10.34 25.19 11.08 24.56 11.74C23.44 11.22 21.55 10.81 18.64 10.7L18.51 11.08C20.86 11.9 22.32 13.11 23.05 14.15C23.19 14.29 23.36 14.4 23.52 14.48H19.36L16.21 13.16V28.34C15.16 27.93 14.32 27.36 13.55 26.59V18.12C14.32 17.99 14.73 17.79 14.92 17.52L11.71 14.95L10.23 16.92H7.08L7.25 17.71H10.62V27.08C9.47 27.82 8.07 28.84 7 29.47L9.22 32.73C9.44 32.56 9.55 32.34 9.47 32.1C10.32 30.53 11.63 28.51 12.15 27.52C12.45 27.05 12.75 26.97 13.11 27.52C15.38 30.89 17.85 32.23 23.47 32.23C25.9 32.23 28.95 32.23 30.86 32.23C31.03 30.92 31.74 29.85 33 29.52V29.19C29.93 29.38 27.47 29.41 24.45 29.41C21.11 29.41 18.7 29.22 16.84 28.59C18.04 28.53 19.19 27.88 19.19 27.58ZM27.71 18.32H24.78V15.25H27.71ZM21.99 22.18H19.19V19.08H21.99ZM21.99 18.32H19.19V15.25H21.99Z';

/** The one sign of the product: an outline on the teal band, a filled square (`filled`) on paper. */
export function Seal({ filled = false }: { filled?: boolean }) {
  return filled ? (
    <svg class="seal" viewBox="0 0 40 40" aria-hidden="true">
      <rect class="seal-ground" width="40" height="40" rx="3" />
      <rect x="2.6" y="2.6" width="34.8" height="34.8" rx="1.5" fill="none" stroke="#fff" stroke-width="1.2" />
      <path fill="#fff" transform="translate(1.6 1.6) scale(.92)" d={mark} />
    </svg>
  ) : (
    <svg class="seal" viewBox="0 0 40 40" aria-hidden="true">
      <rect x="1.25" y="1.25" width="37.5" height="37.5" rx="3" fill="none" stroke="currentColor" stroke-width="2.5" />
      <path fill="currentColor" d={mark} />
    </svg>
  );
}

/** The seal as a file of its own, for `/favicon.svg`. */
export const sealFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="3" fill="#0A5C63"/><path fill="#fff" d="${mark}"/></svg>`;
