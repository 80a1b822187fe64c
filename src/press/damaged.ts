import { PressError, type Problem, problem } from '../diagnostics/index.ts';
import type { Picture } from '../image/index.ts';
import type { DisplayItem, DisplayList, PictureItem } from '../paint/index.ts';
import { photographFault } from '../proof/index.ts';

/** Drawings of fewer segments together are not why a file takes too much work to read. */
const MANY_SEGMENTS = 20_000;
/** So many drawings are named: the largest. */
const MOST_NAMED = 3;

/**
 * Does something with a file that was just written from pages. A photograph in it that is not as every viewer shows it alike is
 * told by its name, and so are the largest drawings where it takes too much work to read: whoever printed it cannot know which
 * ones the file means.
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE for each of them, else what `use` throws
 */
export function namingPhotographs<T>(pages: readonly DisplayList[], use: () => T): T {
  try {
    return use();
  } catch (error) {
    const has = (wanted: string): boolean =>
      error instanceof PressError && error.problems.some(({ code }) => code === wanted);
    const found = has('PDF_FOREIGN') ? damaged(pages) : has('PDF_UNREADABLE') ? crowded(pages) : [];
    throw found.length > 0 ? new PressError(found) : error;
  }
}

function crowded(pages: readonly DisplayList[]): Problem[] {
  const drawings = picturesOf(pages).flatMap((picture) => {
    if (picture.kind !== 'vector' || picture.code !== undefined) return [];
    const segments = picture.shapes.reduce((sum, { path }) => sum + path.verbs.length, 0);
    return [{ name: picture.name, segments }];
  });
  if (drawings.reduce((sum, { segments }) => sum + segments, 0) < MANY_SEGMENTS) return [];
  const largest = drawings.sort((a, b) => b.segments - a.segments).slice(0, MOST_NAMED);
  return largest.map(({ name, segments }) =>
    problem(
      'IMAGE_TOO_LARGE',
      `${name} has ${segments} path segments, and the drawings together are too much work to prove.`,
      { file: name },
      'Simplify the drawing (Inkscape: Path > Simplify), or use a PNG.',
    ),
  );
}

/** Each once, wherever it stands. */
function picturesOf(pages: readonly DisplayList[]): Picture[] {
  return [...new Set(pages.flatMap(({ items }) => picturesIn(items)).map(({ picture }) => picture))];
}

function damaged(pages: readonly DisplayList[]): Problem[] {
  return picturesOf(pages).flatMap((picture) => {
    const fault =
      picture.kind === 'raster' && picture.format === 'jpeg' ? photographFault(picture.data) : undefined;
    if (fault === undefined) return [];
    const { name } = picture;
    return [problem('IMAGE_INVALID', `${name} ${fault}.`, { file: name }, 'Save it anew, as a JPEG.')];
  });
}

function picturesIn(items: readonly DisplayItem[]): PictureItem[] {
  return items.flatMap((item) =>
    item.kind === 'picture' ? [item] : item.kind === 'group' ? picturesIn(item.items) : [],
  );
}
