/** The name of the proof that is beside a PDF. */
export function proofName(file: string): string {
  return file.replace(/\.pdf$/, '.proof.json');
}

export const isProof = (name: string): boolean => name.endsWith('.proof.json');

/** The PDF that a name is of, or the proof of; undefined: it is neither. */
export function pdfOf(name: string): string | undefined {
  if (isProof(name)) return name.replace(/\.proof\.json$/, '.pdf');
  return /\.pdf$/i.test(name) ? name : undefined;
}

/** What a campaign writes beside its files: manifests, reports on it, bundles. */
export const isOfCampaign = (name: string): boolean => /^(campaign[.-]|bundles\/)/.test(name);
