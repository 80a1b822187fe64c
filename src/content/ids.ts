/** An id from what a folder or a thing is called, lower case words without accents joined by hyphens; `other` where nothing is left. */
export function idFrom(name: string, other: string): string {
  const id = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return id === '' ? other : id;
}
