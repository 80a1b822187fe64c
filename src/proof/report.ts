import type { Proof, Verdict } from './types.ts';

const signs = { passed: 'ok ', failed: 'NOT', 'not-checked': '-  ' } as const;

/** The verdict where a person looks for it. What went wrong is to be seen from afar. */
const words: Readonly<Record<Verdict, string>> = {
  proved: 'proved',
  'not proved': 'NOT PROVED',
  'not checked': 'not checked: readable, but what it must say is not known',
};

/** A proof as text for a terminal, one line a check. */
export function formatProof(proof: Proof): string {
  const lines = proof.checks.map(
    ({ code, status, detail }) => `  ${signs[status]} ${code.padEnd(22)} ${detail}`,
  );
  const notices = proof.notices.map((notice) => `  note: ${notice}`);
  return [words[proof.verdict], ...lines, ...notices].join('\n');
}
