import { heightsAndDepths } from './heightsAndDepths.mjs';
import { landAndSea } from './landAndSea.mjs';
import { otherLanguages } from './otherLanguages.mjs';

/**
 * The labelled set: events of settled history and science, each told as several outlets might tell it. Written for this
 * bench. Events come in pairs: most pairs share people, places or a kind of happening, and are easily mixed up.
 * Each version is a headline and a first sentence; `day` is that of publishing.
 */
export const events = [...landAndSea, ...heightsAndDepths, ...otherLanguages];
