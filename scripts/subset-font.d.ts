declare module 'subset-font' {
  /** The glyphs of `text`, and what its layout features can turn them into. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'truetype';
      readonly noHinting: boolean;
      readonly keepFeatures: readonly string[];
    },
  ): Promise<Buffer>;
}
