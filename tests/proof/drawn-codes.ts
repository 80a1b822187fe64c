import { encodeQR } from 'qr';

export interface Drawing {
  /** Upper left corner and side of a module, pt, y down. */
  readonly x?: number;
  readonly y?: number;
  readonly module?: number;
  /** How a module is drawn. */
  readonly shape?: 'squares' | 'rows' | 'dots';
  /** Colours, red, green and blue from 0 to 1. */
  readonly ink?: string;
  readonly paper?: string;
  readonly mirrored?: boolean;
  /** Degrees about the upper left corner. */
  readonly turn?: number;
  /** From this column on, up to that one. */
  readonly columns?: readonly [number, number];
}

/** The modules of a code with its quiet zone: true is dark. */
export const modulesOf = (text: string) => encodeQR(text, 'raw', { ecc: 'medium', border: 4, scale: 1 });

/** A code of this text as page contents: a ground and dark modules. */
export function code(
  text: string,
  {
    x = 20,
    y = 115,
    module = 2,
    shape = 'squares',
    ink = '0.1 0.2 0.3',
    paper = '1 1 1',
    mirrored = false,
    turn = 0,
    columns,
  }: Drawing = {},
): string {
  const modules = modulesOf(text).map((row) => (mirrored ? [...row].reverse() : row));
  const size = modules.length;
  const [first, end] = columns ?? [0, size];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const at = (column: number, row: number) => {
    const [right, down] = [column * module, row * module];
    return `${(x + right * cos - down * sin).toFixed(3)} ${(y + right * sin + down * cos).toFixed(3)}`;
  };
  const box = (left: number, top: number, right: number, bottom: number) =>
    `${at(left, bottom)} m ${at(right, bottom)} l ${at(right, top)} l ${at(left, top)} l h`;
  const dot = (c: number, r: number) => {
    const b = 0.5 * (1 - 0.5523);
    return [
      `${at(c + 1, r + 0.5)} m ${at(c + 1, r + 1 - b)} ${at(c + 1 - b, r + 1)} ${at(c + 0.5, r + 1)} c`,
      `${at(c + b, r + 1)} ${at(c, r + 1 - b)} ${at(c, r + 0.5)} c`,
      `${at(c, r + b)} ${at(c + b, r)} ${at(c + 0.5, r)} c`,
      `${at(c + 1 - b, r)} ${at(c + 1, r + b)} ${at(c + 1, r + 0.5)} c h`,
    ].join(' ');
  };
  const paths = modules.flatMap((row, r) => {
    const dark = row.map((value, c) => value && c >= first && c < end);
    if (shape === 'rows')
      return [
        ...dark
          .map((value) => (value ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map(({ index, 0: run }) => `${at(index, r + 0.5)} m ${at(index + run.length, r + 0.5)} l`);
    return dark.flatMap((value, c) =>
      value ? [shape === 'dots' ? dot(c, r) : box(c, r, c + 1, r + 1)] : [],
    );
  });
  const ground = `${paper} rg ${box(first, 0, end, size)} f`;
  return shape === 'rows'
    ? `${ground} ${ink} RG ${module.toFixed(3)} w ${paths.join(' ')} S`
    : `${ground} ${ink} rg ${paths.join(' ')} f`;
}
