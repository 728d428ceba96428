/** The page to go on to once a form is done, when there is one. */
export function PathField({ path }: { readonly path: string | undefined }) {
  return path === undefined ? null : <input type="hidden" name="path" value={path} />;
}
