/** Where an indicator's page is, for someone signed in. */
export function indicatorPath(code: string): string {
  return `/indicators/${encodeURIComponent(code)}`;
}
