import { useEffect, useRef } from 'react';
import type { KeptFile } from '../ui/keptPictures.ts';

interface Props {
  file: KeptFile;
  alt: string;
  className: string | undefined;
  isTall: boolean;
  width: number;
  height: number;
}

/** A picture from this device's own copy. Drawn, since the security policy lets no image come from anywhere but the host. */
export function KeptImage({ file, alt, className, isTall, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    let isGone = false;
    const draw = async (): Promise<void> => {
      const bitmap = await createImageBitmap(new Blob([file.bytes], { type: file.type }));
      const target = canvas.current;
      if (target !== null && !isGone) {
        target.width = bitmap.width;
        target.height = bitmap.height;
        target.getContext('2d')?.drawImage(bitmap, 0, 0);
        target.dataset['drawn'] = '';
      }
      bitmap.close();
    };
    // A file that cannot be decoded leaves its ground, at its size, with its description.
    void draw().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [file]);

  return (
    <canvas
      ref={canvas}
      className={className}
      data-tall={isTall ? '' : undefined}
      width={width}
      height={height}
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
    />
  );
}
