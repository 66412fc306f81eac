import type { Direction } from '../../model/language.ts';

/** `lang` and `dir` of a piece that differs from what stands around it; blocks carry these only then. */
export function spokenOf(piece: { language?: string; dir?: Direction }): {
  lang?: string;
  dir?: Direction;
} {
  return {
    ...(piece.language !== undefined && { lang: piece.language }),
    ...(piece.dir !== undefined && { dir: piece.dir }),
  };
}
