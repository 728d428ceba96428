/** What an attempt on a row is made of. What a person adds in their own name is what their scope says of them. */
export type Values = Readonly<Record<string, string | number | boolean>>;
/** `where` finds one row; `set` is the column that a change touches, `to` what it becomes, itself unless said; `add` holds SQL by column. */
export type Attempt = { readonly where?: string; readonly set?: string; readonly to?: string; readonly add?: Values };

export const NEW = "gen_random_uuid()";
export const ME = { role: "portal.role_id()", person: "portal.user_id()", organisation: "portal.organisation_id()" };

export function text(value: string): string {
  return `'${value}'`;
}

export function row(id: string, set = "id"): Attempt {
  return { where: `id = '${id}'`, set };
}
