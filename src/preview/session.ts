import { type Guide, loadGuide } from '../content/index.ts';
import { catalogue, type Problem, problemsOf } from '../diagnostics/index.ts';
import { isWithin, layersOf, Watched } from '../files/index.ts';
import { type Folders, faceFolders, formeOf, lookAt, Press, sourceDate } from '../press/index.ts';
import { type Proof, type Tagged, taggedIn } from '../proof/index.ts';
import { askedIn, type Shown } from './asked.ts';
import { type Choices, choicesOf } from './choices.ts';
import { toldProblems } from './told.ts';
import { pageView, type View } from './view.ts';

/** A file behind a view. What is not proved leaves the server as striped pictures only. */
export interface Held {
  readonly view: View;
  /** Of the pages that are shown; undefined: there are none. */
  readonly bytes: Uint8Array | undefined;
  readonly proof: Proof | undefined;
}

/** Views whose pages can be asked for, and earlier ones that stand in for what cannot be set now. */
const mostHeld = 24;

/** A guide that is worked on: loaded, set and printed anew when its files change and somebody looks. */
export class Session {
  readonly folder: string;
  readonly folders: Folders;
  readonly #watched: Watched;
  #press: Press;
  #revision = 1;
  #views = 0;
  /** By id, the latest at the end. */
  readonly #held = new Map<string, Held>();
  /** By what was asked for: the latest, and the latest that was proved. */
  readonly #latest = new Map<string, { readonly revision: number; readonly id: string }>();
  readonly #good = new Map<string, Held>();
  /** The guide as it was when it was right last. */
  #guide: Guide | undefined;
  #offered: { readonly revision: number; readonly choices: Choices } | undefined;
  #loaded: { readonly revision: number; readonly problems: readonly Problem[] } | undefined;

  constructor(folder: string, folders: Folders) {
    this.folder = folder;
    this.folders = folders;
    this.#press = new Press(folders, { keepsLayout: true });
    this.#watched = new Watched(watchedFolders(folder, folders));
  }

  /** Looks for changes of files. True: something is another than it was, and what is shown is old. */
  look(): boolean {
    const changed = this.#watched.look();
    if (changed.length === 0) return false;
    this.#revision++;
    // Faces are opened once by a press, and their manifests read once.
    const faces = faceFolders(this.folders.fonts);
    if (changed.some((path) => faces.some((folder) => isWithin(folder, path)))) {
      this.#press.close();
      this.#press = new Press(this.folders, { keepsLayout: true });
    }
    return true;
  }

  /** What was written by the page itself is new at once, and need not be looked for. */
  wrote(): void {
    this.#watched.accept();
    this.#revision++;
  }

  /** The guide; one that is wrong now as it was before. */
  guide(): { readonly guide: Guide | undefined; readonly problems: readonly Problem[] } {
    if (this.#loaded?.revision !== this.#revision) {
      let problems: readonly Problem[] = [];
      try {
        this.#guide = loadGuide(this.folder);
      } catch (error) {
        problems = problemsOf(error);
      }
      this.#loaded = { revision: this.#revision, problems };
    }
    return { guide: this.#guide, problems: this.#loaded.problems };
  }

  choices(): Choices {
    if (this.#offered?.revision !== this.#revision)
      this.#offered = { revision: this.#revision, choices: choicesOf(this.guide().guide, this.folders) };
    return this.#offered.choices;
  }

  /** @throws PressError USAGE for what is no query of the page */
  view(query: URLSearchParams): View {
    const { guide, problems } = this.guide();
    const shown = askedIn(query, this.choices(), guide?.data.locale);
    const key = JSON.stringify(shown);
    const latest = this.#latest.get(key);
    const known = latest?.revision === this.#revision ? this.#held.get(latest.id) : undefined;
    if (known !== undefined) return known.view;
    const id = `${this.#revision}-${++this.#views}`;
    const earlier = this.#good.get(key);
    const held =
      guide === undefined || problems.length > 0
        ? unset(id, shown, problems, earlier)
        : this.#make(id, shown, guide, earlier);
    remember(this.#held, id, held);
    remember(this.#latest, key, { revision: this.#revision, id });
    if (held.view.isProved) remember(this.#good, key, held);
    return held.view;
  }

  held(id: string): Held | undefined {
    return this.#held.get(id);
  }

  #make(id: string, shown: Shown, guide: Guide, earlier: Held | undefined): Held {
    const press = this.#press;
    try {
      const plate = press.plate(guide, shown);
      const date = sourceDate(process.env);
      const look = lookAt(formeOf(plate, press)!, { ...shown, date }, press);
      const bytes = look.printed?.bytes ?? look.refused;
      if (bytes === undefined) return unset(id, shown, look.problems, earlier);
      const view: View = {
        id,
        shown,
        isProved: look.printed !== undefined,
        pagesAre: look.printed !== undefined ? 'finished' : 'refused',
        pages: look.sheets.map(pageView),
        problems: toldProblems(look.problems, look.sheets),
        proof: look.proof === undefined ? undefined : proofView(look.proof),
        tagged: readOut(bytes),
        file: look.printed === undefined ? undefined : { name: look.printed.name, bytes: bytes.length },
        rem: plate.rem,
      };
      return { view, bytes, proof: look.proof };
    } catch (error) {
      return unset(id, shown, problemsOf(error), earlier);
    }
  }

  close(): void {
    this.#press.close();
    this.#held.clear();
    this.#good.clear();
  }
}

/** A view without pages of its own: the problems, beside the pages that were proved last. */
function unset(id: string, shown: Shown, problems: readonly Problem[], earlier: Held | undefined): Held {
  const view: View = {
    id,
    shown,
    isProved: false,
    pagesAre: earlier === undefined ? 'none' : 'earlier',
    pages: earlier?.view.pages ?? [],
    problems: toldProblems(problems, []),
    proof: undefined,
    tagged: earlier?.view.tagged ?? [],
    file: undefined,
    rem: undefined,
  };
  return { view, bytes: earlier?.bytes, proof: undefined };
}

function proofView({ verdict, sha256, notices, checks }: Proof): View['proof'] {
  return {
    verdict,
    sha256,
    notices,
    checks: checks.map((check) => ({ ...check, meaning: catalogue[check.code] })),
  };
}

/** A file that is refused may be one that the reader of tags does not take. */
function readOut(bytes: Uint8Array): readonly Tagged[] {
  try {
    return taggedIn(bytes);
  } catch {
    return [];
  }
}

/** Adds to a map that holds so many, without the one that was added first. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= mostHeld) return;
    map.delete(oldest);
  }
}

function watchedFolders(folder: string, { templates, locales, fonts }: Folders): string[] {
  const layers = [templates, locales].flatMap(layersOf);
  return [folder, ...layers, ...faceFolders(fonts)];
}
