import { PolicyBanner } from '../components/band.tsx';
import { Document, type ShellProps, Strips } from './document.tsx';

export type PlainProps = ShellProps & {
  /** `wall`: dark, read from afar. `hall`: tablets and kiosks. `paper`: printed. `page`: everything else. */
  surface?: 'page' | 'hall' | 'wall' | 'paper';
};

/** A page with nothing around it: gate, kiosk, screens, print. The view draws its own frame and its own `main`-wide layout. */
export function Plain({ surface = 'page', ...shell }: PlainProps) {
  const { banner, children } = shell;
  return (
    <Document shell={surface} {...shell}>
      {surface !== 'wall' && surface !== 'paper' && <Strips {...shell} />}
      {banner && surface !== 'wall' && <PolicyBanner {...banner} />}
      <main id="main">{children}</main>
    </Document>
  );
}
