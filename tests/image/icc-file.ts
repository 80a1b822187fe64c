/** Colorants of RGB spaces, adapted to D50: red, green, blue, X Y Z each. */
export const srgb = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
] as const;
export const displayP3 = [
  [0.51512, 0.2412, -0.00105],
  [0.29198, 0.69225, 0.04189],
  [0.1571, 0.06657, 0.78407],
] as const;

const s15 = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeInt32BE(Math.round(value * 65536));
  return out;
};
const xyz = (values: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), ...values.map(s15)]);
/** The curve of sRGB as a parametric curve of form 3. */
export const srgbCurve = Buffer.concat([
  Buffer.from('para\0\0\0\0\0\x03\0\0', 'latin1'),
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(s15),
]);
export const gammaCurve = (gamma: number): Buffer => {
  const out = Buffer.concat([Buffer.from('curv\0\0\0\0\0\0\0\x01', 'latin1'), Buffer.alloc(4)]);
  out.writeUInt16BE(Math.round(gamma * 256), 12);
  return out;
};

/** A profile of version 2 with these tags. */
export function profileFile(
  space: string,
  tags: readonly (readonly [string, Buffer])[],
  kind = 'mntr',
): Buffer {
  const header = Buffer.alloc(128);
  header.set([2, 0x10], 8);
  header.write(kind, 12, 'latin1');
  header.write(space, 16, 'latin1');
  header.write(space === 'CMYK' ? 'Lab ' : 'XYZ ', 20, 'latin1');
  header.write('acsp', 36, 'latin1');
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  let offset = header.length + table.length;
  tags.forEach(([tag, data], i) => {
    table.write(tag, 4 + 12 * i, 'latin1');
    table.writeUInt32BE(offset, 8 + 12 * i);
    table.writeUInt32BE(data.length, 12 + 12 * i);
    offset += data.length;
  });
  const file = Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
  file.writeUInt32BE(file.length);
  return file;
}

export function matrixProfile([r, g, b]: typeof srgb | typeof displayP3, curve: Buffer = srgbCurve): Buffer {
  return profileFile('RGB ', [
    ['rXYZ', xyz(r)],
    ['gXYZ', xyz(g)],
    ['bXYZ', xyz(b)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]);
}

export const greyProfile = (curve: Buffer): Buffer => profileFile('GRAY', [['kTRC', curve]]);
/** Its table says nothing: only what it is for is looked at. */
export const cmykProfile = (): Buffer => profileFile('CMYK', [['A2B0', Buffer.alloc(40)]], 'prtr');
