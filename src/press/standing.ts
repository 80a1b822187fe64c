import { Faces, Typesetter } from '../text/index.ts';
import { LanguageSettings } from './settings.ts';

/** What outlives a document. */
export const faces = new Faces();
export const typesetter = new Typesetter(faces);

const settings = new Map<string, LanguageSettings>();

/** What is known of languages with the faces of a folder of fonts. */
export function settingsFor(fonts: string): LanguageSettings {
  let known = settings.get(fonts);
  if (known === undefined) {
    known = new LanguageSettings(faces, fonts);
    settings.set(fonts, known);
  }
  return known;
}
