import type { HandPicture } from './blockSchema.ts';
import { cleanLine } from './cleanText.ts';
import { field } from './field.ts';
import type { Finding, Path } from './finding.ts';
import { withoutTextNotes } from './withoutFieldNotes.ts';
import type { SourcePicture } from './wireItem.ts';

/** A picture as people write it, as the wire knows it; a missing description is said. */
export function toPicture(picture: HandPicture, path: Path, warnings: Finding[]): SourcePicture {
  if (typeof picture.alt !== 'string') {
    warnings.push({
      code: 'picture-without-alt',
      path: [...path, 'alt'],
      message: 'expected a description of the picture, got nothing',
      mend: 'write as "alt" a sentence saying what is to be seen, or "" when it only decorates',
    });
  }
  const textOf = (key: 'alt' | 'caption' | 'credit'): string =>
    cleanLine(withoutTextNotes(picture[key] ?? '', [...path, key], warnings));
  return {
    src: picture.src.trim(),
    alt: typeof picture.alt === 'string' ? textOf('alt') : null,
    ...field('caption', textOf('caption') || undefined),
    ...field('credit', textOf('credit') || undefined),
  };
}
