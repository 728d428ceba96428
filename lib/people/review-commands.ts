import "server-only";
import { audit } from "#lib/audit.ts";
import { csvText } from "#lib/csv.ts";
import { NotAllowed } from "#lib/errors.ts";
import type { Scope } from "#lib/scope.ts";
import { assertConfirmed } from "./confirm-rules.ts";
import { canKeepPeople } from "./policy.ts";
import { listHeld } from "./review-queries.ts";
import type { Sign } from "./review-rules.ts";
import { listLastSeen } from "./role-queries.ts";
import { roleName } from "./words.ts";

const HEADINGS = [
  ...["Name", "E-mail address", "Role", "Organisation", "From", "Until", "Last used on", "Last seen"],
  ...["Second step", "Look at it because"],
];

/** Every role held today, or those with a sign, as a file. The export is an act itself, of the same transaction. */
export async function exportReview(scope: Scope, sign: Sign | null): Promise<string> {
  if (!canKeepPeople(scope.actor)) throw new NotAllowed();
  assertConfirmed(scope);
  const held = (await listHeld(scope)).filter(({ signs }) => sign === null || signs.includes(sign));
  const seen = await listLastSeen(
    scope,
    held.map(({ personId }) => personId),
  );
  const rows = held.map((line) => [
    ...[line.name, line.email, roleName(line.role), line.organisation, line.fromOn, line.toOn ?? ""],
    ...[line.lastUsedOn ?? "", seen.get(line.personId) ?? "", line.secondStep, line.signs.join("; ")],
  ]);
  await audit(scope, "exported the access review", `${rows.length} roles`, { purpose: sign ?? "every role held" });
  return csvText([HEADINGS, ...rows]);
}
