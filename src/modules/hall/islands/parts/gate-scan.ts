type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type WithDetector = { BarcodeDetector?: new (options: { formats: string[] }) => Detector };

const everyMs = 200;

/** The camera reads a code where the browser can; scanners that type need none of this. */
export function wireCamera(button: HTMLElement, words: { scan: string; stopScan: string }, found: (code: string) => void): void {
  const Detector = (window as WithDetector).BarcodeDetector;
  if (!Detector || !navigator.mediaDevices) return;
  button.hidden = false;
  let stop: (() => void) | undefined;
  button.addEventListener('click', async () => {
    if (stop) return stop();
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      (given) => given,
      () => undefined,
    );
    if (!stream) return;
    const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true, playsInline: true });
    const detector = new Detector({ formats: ['qr_code', 'code_128'] });
    button.closest('.tempgrid')?.before(video);
    button.textContent = words.stopScan;
    await video.play();
    const timer = setInterval(async () => {
      const [code] = await detector.detect(video).then(
        (codes) => codes,
        () => [],
      );
      if (!code) return;
      stop?.();
      found(code.rawValue);
    }, everyMs);
    stop = () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      video.remove();
      button.textContent = words.scan;
      stop = undefined;
    };
  });
}
