import { PressError, type Problem, problem, warning } from '../../diagnostics/index.ts';
import { checkFile, readBytes } from '../../files/index.ts';
import { decodePicture, type Picture, sightOf } from '../../image/index.ts';
import { readPhotograph } from '../../proof/index.ts';

/** Bytes of a logo: it is small on the page. */
const largestLogo = 10_000_000;
/** Pixels that no logo needs: a press keeps no larger picture, and reads it anew for each file. */
const mostPixels = 12e6;

/** Looks at logos once, however many places have them. */
export class Logos {
  readonly #folder: string;
  readonly #known = new Map<string, readonly Problem[]>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  problemsOf(path: string): readonly Problem[] {
    let known = this.#known.get(path);
    if (known === undefined) {
      known = this.#look(path);
      this.#known.set(path, known);
    }
    return known;
  }

  #look(path: string): readonly Problem[] {
    try {
      checkFile(this.#folder, path);
      return faultsOf(decodePicture(readBytes(this.#folder, path, largestLogo), path));
    } catch (error) {
      if (error instanceof PressError) return error.problems;
      throw error;
    }
  }
}

/** What is told of a logo that can be read. */
function faultsOf(picture: Picture): Problem[] {
  const { name, width, height } = picture;
  const photograph =
    picture.kind === 'raster' && picture.format === 'jpeg' ? readPhotograph(picture.data) : undefined;
  if (typeof photograph === 'string')
    return [problem('IMAGE_INVALID', `${name} ${photograph}.`, { file: name }, 'Save it anew, as a JPEG.')];
  const sight = sightOf(picture, photograph?.samples);
  if (sight === 'nothing')
    return [
      problem(
        'IMAGE_INVALID',
        `${name} shows nothing: all of it is transparent, or lies outside of it.`,
        { file: name },
        'Export it again, with what is to be seen; or leave the cell empty.',
      ),
    ];
  const told: Problem[] = [];
  if (sight === 'white')
    told.push(
      warning(
        'PLACE_LOGO_DOUBTFUL',
        `${name} is white throughout: on white paper nobody sees it.`,
        { file: name },
        'Take the logo that is meant for light grounds: those who have a white one have a dark one too.',
      ),
    );
  if (picture.kind === 'raster' && width * height > mostPixels)
    told.push(
      warning(
        'PLACE_LOGO_DOUBTFUL',
        `${name} has ${width} × ${height} pixels: each file with it is large, and takes long.`,
        { file: name },
        'Scale it down: on the page it is a few centimetres wide, and 1,000 pixels are plenty.',
      ),
    );
  return told;
}
