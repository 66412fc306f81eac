import type { Block } from '../../model/body.ts';
import { picturesIn } from '../../model/picturesIn.ts';
import type { Config } from '../config.ts';
import { gate } from '../desk/gate.ts';
import { formatEmbargo } from '../desk/reveal.ts';
import type { OwnPageCopy } from '../desk/ownPages.ts';
import { pictureKey, type PressedPictures, type WantedPicture } from '../press/pictures.ts';
import { placePictures } from '../press/placePictures.ts';
import { readOwnPages } from '../readSources.ts';
import type { Notice, Refusal, SourceBlock } from '../wire/wireItem.ts';
import type { EditInput } from './editInput.ts';

type ReadPage = Awaited<ReturnType<typeof readOwnPages>>['pages'][number];

interface ReadOwn {
  /** Those that go out now. */
  pages: ReadPage[];
  /** The pictures that they name. */
  wanted: WantedPicture[];
  held: Notice[];
  refused: Refusal[];
  warnings: Notice[];
}

/** The file that a page came from, and the folder that its pictures may not leave. */
type Place = (ref: string) => Pick<WantedPicture, 'file' | 'root'>;

/**
 * Reads the publisher's own pages; one that is dated ahead is held back, and says so in a preview.
 * @param root lede.json's folder
 */
export async function readOwn(
  config: Config,
  place: Place,
  {
    files,
    now,
    isPreview = false,
    root,
  }: Pick<EditInput, 'files' | 'now' | 'isPreview'> & { root: string },
): Promise<ReadOwn> {
  const { pages: all, ...said } = await readOwnPages(files, root, config.pages);
  const gated = gate(all, now, config.timeZone);
  const out = new Set(gated.through);
  const pages = isPreview
    ? all.map((page) => (out.has(page) ? page : marked(page)))
    : gated.through;
  const wanted = pages.flatMap(({ ref, body }): WantedPicture[] =>
    picturesIn(body).map((picture) => ({ ref, ...place(ref), picture })),
  );
  return { ...said, pages, wanted, held: isPreview ? [] : gated.held };
}

function marked(page: ReadPage): ReadPage {
  const note: SourceBlock = { type: 'note', children: [formatEmbargo(page.embargo ?? '')] };
  return { ...page, body: [note, ...page.body] };
}

/** The same pages with our pictures in the place of their own. */
export function placeOwnPictures(
  pages: readonly ReadPage[],
  place: Place,
  made: PressedPictures['made'],
): OwnPageCopy[] {
  return pages.map(({ body, ...page }) => {
    const { file } = place(page.ref);
    const placed: Block[] = placePictures(body, (src) => made.get(pictureKey(file, src)));
    return { ...page, body: placed };
  });
}
