import { inflateSync } from 'node:zlib';
import type { VectorPicture } from '../../src/image/index.ts';
import { ContentStream } from '../../src/pdf/content.ts';
import { writeDrawing } from '../../src/pdf/drawing.ts';
import { writePath } from '../../src/pdf/path.ts';
import { type Change, leafletObjects } from './leaflet.ts';
import { type Obj, pressFile } from './pdf-file.ts';

const [figure, free, resources] = ['0.2 0.4 0.6 rg 20 150 60 40 re f', 70, 18];

/** The leaflet with a picture as the press writes it in place of its figure, so many pt for each of its units. */
export function drawingFile(picture: VectorPicture, scale: number): Uint8Array {
  const forms: Obj[] = [];
  const stream = (dictionary: object, bytes: Uint8Array) => {
    const { Filter: _, ...rest } = dictionary as Record<string, unknown>;
    forms.push({ value: written(rest), stream: inflateSync(bytes).toString('latin1') });
    return { number: free + forms.length - 1 };
  };
  const content = new ContentStream();
  if (picture.layers === undefined) for (const shape of picture.shapes) writePath(content, shape);
  else writeDrawing({ stream } as never, picture.layers, picture.width, picture.height);
  const drawn = picture.layers === undefined ? Buffer.from(content.view()).toString('latin1') : `/D1 Do`;
  // Pictures are drawn from the top down.
  const change: Change = [
    7,
    figure,
    `q ${scale} 0 0 ${-scale} 20 ${115 + picture.height * scale} cm ${drawn} Q`,
  ];
  const objects = new Map(leafletObjects(change));
  forms.forEach((form, i) => {
    objects.set(free + i, form);
  });
  if (forms.length > 0) {
    const { value } = objects.get(resources)!;
    const last = `/D1 ${free + forms.length - 1} 0 R`;
    objects.set(resources, {
      value: value.includes('/XObject <<')
        ? value.replace('/XObject <<', `/XObject << ${last}`)
        : value.replace(/>>$/, `/XObject << ${last} >> >>`),
    });
  }
  return pressFile(objects);
}

/** A value as PDF, as the press writes it: texts are names. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (typeof value === 'string') return `/${value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Object.keys(value).join() === 'number') return `${(value as { number: number }).number} 0 R`;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `<< ${entries.map(([key, each]) => `/${key} ${written(each)}`).join(' ')} >>`;
}
