import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './SignaturePad.module.css';
import { drawStrokes, type Point, type Stroke, strokesToPng } from './signature-strokes.ts';

/** A signature as drawn so far; the picture is made only when it is wanted. */
export interface DrawnSignature {
  readonly toPng: () => Promise<Blob>;
}

interface SignaturePadProps {
  readonly label: string;
  /** Undefined while nothing is drawn. */
  readonly onChange: (signature: DrawnSignature | undefined) => void;
}

/** A line to sign on with finger or pen. Those who cannot draw sign in another way: the screen offers it beside this. */
export function SignaturePad({ label, onChange }: SignaturePadProps) {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const current = useRef<Point[] | undefined>(undefined);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const redraw = () => drawStrokes(element, strokes, window.devicePixelRatio);
    redraw();
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [strokes]);

  const change = (next: readonly Stroke[]) => {
    setStrokes(next);
    onChange(next.length === 0 ? undefined : { toPng: () => strokesToPng(next) });
  };
  const pointOf = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    current.current = [pointOf(event)];
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (current.current === undefined) return;
    current.current.push(pointOf(event));
    drawStrokes(event.currentTarget, [...strokes, current.current], window.devicePixelRatio);
  };
  const end = () => {
    const stroke = current.current;
    current.current = undefined;
    if (stroke !== undefined) change([...strokes, stroke]);
  };
  return (
    <div className={styles.pad}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label={strokes.length === 0 ? label : t('signature.drawn')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className={styles.tools}>
        <Button
          variant="quiet"
          icon={<Icon name="undo" />}
          disabled={strokes.length === 0}
          onClick={() => change(strokes.slice(0, -1))}
        >
          {t('signature.undo')}
        </Button>
        <Button
          variant="quiet"
          icon={<Icon name="erase" />}
          disabled={strokes.length === 0}
          onClick={() => change([])}
        >
          {t('signature.clear')}
        </Button>
      </div>
    </div>
  );
}
