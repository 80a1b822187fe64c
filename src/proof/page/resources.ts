import { createHash } from 'node:crypto';
import type { Worked } from '../file/budget.ts';
import type { PdfFile } from '../file/file.ts';
import { isSame } from '../file/found.ts';
import { type Dictionary, Foreign, type PdfObject, PdfStream } from '../file/object.ts';
import type { Kept } from '../kept.ts';
import type { PageImage, PageResources } from './content.ts';
import { type DrawingForm, readForm } from './drawing-form.ts';
import type { ReadFont } from './font.ts';
import { contentOf } from './samples.ts';

/** Resources with the objects that they were read from. */
export interface KeptResources {
  readonly parts: readonly object[];
  readonly resources: Worked<PageResources>;
}

/** Resources by name: the same value where they are the same as before. */
export function resourcesOf(
  file: PdfFile,
  dictionary: Dictionary,
  font: (dictionary: Dictionary) => ReadFont,
  kept: Kept | undefined,
): PageResources {
  const [byName, images] = [
    file.dictionary(dictionary.get('Font'))!,
    file.dictionary(dictionary.get('XObject')) ?? new Map<string, PdfObject>(),
  ];
  const ofFonts = new Map<string, readonly object[]>();
  const ofPictures = new Map<string, readonly object[]>();
  const fonts = new Map<string, ReadFont>();
  for (const [name, value] of byName) {
    const read = font(file.dictionary(value)!);
    fonts.set(name, read);
    ofFonts.set(name, [read]);
  }
  const pictures = new Map<string, PageImage>();
  const drawings = new Map<string, DrawingForm>();
  const forms = new Map<string, PdfStream>();
  for (const [name, value] of images) {
    const image = file.stream(value)!;
    const own: object[] = [];
    ofPictures.set(name, own);
    if (image.dictionary.get('Subtype') === '/Form') {
      drawings.set(
        name,
        readForm(file, image, (stream) => own.push(stream)),
      );
      forms.set(name, image);
      continue;
    }
    const mask = file.stream(image.dictionary.get('SMask'));
    if (
      mask !== undefined &&
      ['Width', 'Height'].some((key) => mask.dictionary.get(key) !== image.dictionary.get(key))
    )
      throw new Foreign('a picture has a mask of another size');
    pictures.set(name, { image, mask });
    own.push(image);
    if (mask !== undefined) own.push(mask);
    const space = file.array(image.dictionary.get('ColorSpace'));
    if (space !== undefined) own.push(file.stream(space[1])!);
  }
  const parts = [byName, ...[...ofFonts.values(), ...ofPictures.values()].flat()];
  const known = kept?.resources.find(dictionary, (each) => isSame(each.parts, parts));
  if (known !== undefined) return file.budget.again(known.resources);
  const make = (): PageResources => ({
    font: (name) => fonts.get(name),
    image: (name) => pictures.get(name),
    fonts: [...fonts].map(([name, { seal }]) => `${name}=${seal}`),
    pictures: [
      ...[...pictures].map(([name, { image }]) => `${name}=${sealOf(file, image)}`),
      ...[...forms].map(([name, stream]) => `${name}=${drawingOf(file, stream)}`),
    ],
    drawing: (name) => drawings.get(name),
    objectsOf: (kind, name) => (kind === 'font' ? ofFonts : ofPictures).get(name) ?? [],
  });
  const resources = file.budget.measure(make);
  if ([dictionary, ...parts].some((part) => file.passing.has(part))) file.passing.add(resources.value);
  else kept?.resources.add(dictionary, { parts, resources });
  return resources.value;
}

/** A hash of what a picture holds, and of how it is to be read. */
function sealOf(file: PdfFile, image: PdfStream): string {
  const { dictionary } = image;
  const how = ['Filter', 'Width', 'Height', 'ColorSpace'].map((key) => said(file, dictionary.get(key)));
  for (const key of ['Decode', 'SMask']) if (dictionary.has(key)) how.push(said(file, dictionary.get(key)));
  return createHash('sha256').update(how.join(' ')).update(contentOf(file, image)).digest('base64');
}

/** The same of a drawing: of its contents, and of all that they name. */
function drawingOf(file: PdfFile, form: PdfStream): string {
  return createHash('sha256').update(said(file, form)).digest('base64');
}

/** All that a value says, whatever the numbers of its objects are; of streams a hash. */
function said(file: PdfFile, value: PdfObject | undefined): string {
  const object = file.get(value);
  if (object instanceof PdfStream) {
    const content = createHash('sha256').update(file.data(object)).digest('base64');
    return `${said(file, object.dictionary)} ${content}`;
  }
  if (Array.isArray(object)) return `[${object.map((each) => said(file, each)).join(' ')}]`;
  if (!(object instanceof Map)) return String(object);
  const entries = [...object].filter(([key]) => key !== 'Length');
  return `<<${entries.map(([key, each]) => `${key} ${said(file, each)}`).join(' ')}>>`;
}
