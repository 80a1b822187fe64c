/** The name of the proof that is beside a PDF. */
export function proofName(file: string): string {
  return file.replace(/\.pdf$/, '.proof.json');
}

export const isProof = (name: string): boolean => name.endsWith('.proof.json');

/** What a campaign writes beside its files: manifests, reports on it, bundles. */
export const isOfCampaign = (name: string): boolean => /^(campaign[.-]|bundles\/)/.test(name);
