import config from './example/lede.json?raw';
import ignore from './example/ledeignore.txt?raw';
import readMe from './example/README.md?raw';
import about from './example/about.md?raw';
import calendar from './example/eleven-days.md?raw';
import eclipse from './example/eclipse-on-principe.json?raw';
import pitch from './example/the-pitch-drop.txt?raw';
import picture from './example/eclipse.svg?raw';

/** The files of the example, by their path in its folder. */
export const example: Readonly<Record<string, string>> = {
  'lede.json': config,
  '.ledeignore': ignore,
  'README.md': readMe,
  'pages/about.md': about,
  'eclipse-on-principe.json': eclipse,
  'eleven-days.md': calendar,
  'the-pitch-drop.txt': pitch,
  'pictures/eclipse.svg': picture,
};
