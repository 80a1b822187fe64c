/** The name of the proof that is beside a PDF. */
export function proofName(file: string): string {
  return file.replace(/\.pdf$/, '.proof.json');
}

export const isProof = (name: string): boolean => name.endsWith('.proof.json');
