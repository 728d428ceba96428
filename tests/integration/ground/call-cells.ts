/**
 * What no row of the access table says: which session opens a scope, what the login and the owner of the tables may do,
 * and who may have which question answered past the walls.
 */
import { hashToken } from "#lib/auth/session.ts";
import { dateColumn, monthColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { LOGIN, OWNER, SCOPE_ROLES } from "#prisma/roles.ts";
import type { Who } from "#tests/support/access.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { addedDays } from "#tests/support/days.ts";
import type { MadeLife } from "./session-lives.ts";
import type { Try } from "./tries.ts";

/** `about`: the function or the table that it would tell of. */
export type CallCell = Try & {
  readonly by: Who | string;
  readonly name: string;
  readonly about: string;
  readonly may: boolean;
};

/** Who may call what runs with the rights of the tables' owner, by hand. */
const CALLERS: Readonly<Record<string, readonly string[]>> = {
  "session_opened(null::bytea)": [LOGIN],
  "session_seen(null::bytea)": [LOGIN],
  "applied_migrations()": [LOGIN],
  "belongs_here(null::uuid)": ["portal_app"],
  "is_known_here(null::uuid)": ["portal_app"],
  "has_roles_only_here(null::uuid)": ["portal_app"],
  "hand_over(null::uuid, null::uuid)": ["portal_app"],
};

export function callerCells(): CallCell[] {
  return Object.entries(CALLERS).flatMap(([call, callers]) =>
    [LOGIN, ...SCOPE_ROLES].map((by) => ({
      ...{ by, name: `ask portal.${call}`, about: call.split("(")[0] ?? "", may: callers.includes(by) },
      sql: `explain select from portal.${call}`,
    })),
  );
}

/** The names of the functions that callerCells speaks of. */
export const CALLABLE = Object.keys(CALLERS).map((call) => call.split("(")[0]);

export function ownerCells(): CallCell[] {
  const statements = ["update audit_entry set subject = 'another'", "delete from audit_entry", "truncate audit_entry"];
  return statements.map((sql) => ({
    by: OWNER,
    name: sql,
    about: "audit_entry",
    sql,
    touches: "audit_entry",
    may: false,
  }));
}

/** What only the whole of it shows: nobody is kept by a token that nobody has; who has seen their notices sees them again. */
export function otherCells(): CallCell[] {
  const again =
    "insert into notices_seen (role_holding_id, area_id, seen_until) values (portal.role_id(), portal.area_id(), now()) on conflict (role_holding_id) do update set seen_until = excluded.seen_until";
  const nobody = { name: "keep a session with a made-up token", about: "session_seen", touches: "session", may: false };
  return [
    { by: LOGIN, ...nobody, sql: "select portal.session_seen('\\x00')" },
    { by: "council leader", name: "see one's notices again", about: "notices_seen", sql: again, may: true },
  ];
}

/** What portal.session_opened and portal.session_seen make of each session. */
export function sessionCells(lives: ReadonlyMap<string, MadeLife>, { world }: TestDatabase): CallCell[] {
  return [...lives].flatMap(([name, life]) => {
    const token = `'\\x${Buffer.from(hashToken(life.token)).toString("hex")}'`;
    const { seen = 0, confirmed, method, otherRoles } = life;
    const sayings = {
      ...{ user_id: life.personId, role_id: life.roleId, role: "council leader", display_name: `Somebody ${name}` },
      ...{ organisation_id: world.here.council, area_id: world.here.areaId, today: addedDays(0) },
      ...{ organisation_name: "The council here", area_name: "The area here", roles_held: otherRoles ? 2 : 1 },
      confirmed: method === "demonstration" || (confirmed !== undefined && confirmed < 10),
      touch_due: seen > 1,
    };
    const said = Object.entries(sayings).map(([column, value]) => `${column} = '${value}'`);
    const opens = `select from portal.session_opened(${token})`;
    const exactly = `select from (select count(*) as n, bool_and(${said.join(" and ")}) as "right" from portal.session_opened(${token})) s where n = 1 and "right"`;
    const opened: CallCell = life.alive
      ? { by: LOGIN, name: `open a session ${name}`, about: "session_opened", sql: exactly, may: true }
      : { by: LOGIN, name: `open a session ${name}`, about: "session_opened", sql: opens, may: false };
    const keeps = {
      ...{
        by: LOGIN,
        name: `keep a session ${name}`,
        about: "session_seen",
        sql: `select portal.session_seen(${token})`,
      },
      ...{ touches: `session where token_hash = ${token}`, may: !life.signedOut && seen >= 0 },
    };
    return [opened, keeps];
  });
}

/** Who may hand over what, from whom to whom; and that nothing else moves. */
export async function handOverCells({ owner, world }: TestDatabase): Promise<CallCell[]> {
  const { areaId, council, trust } = world.here;
  const role = async (more: object = {}) =>
    makeRole(owner, {
      areaId,
      organisationId: council,
      role: "council leader",
      personId: await makePerson(owner),
      ...more,
    });
  const [leaver, heir, bystander] = [await role(), await role(), await role()];
  const month = (day: string) => monthColumn(day as Parameters<typeof monthColumn>[0]);
  const code = "P1";
  for (const [number, roleId] of [leaver, bystander].entries()) {
    const of = { areaId, indicatorCode: code, organisationId: council };
    const said = { audience: "board", words: "Said.", version: 1, authorRoleId: roleId, writtenAt: new Date() };
    for (const publishedAt of [null, new Date()]) {
      await owner.commentary.create({
        data: { id: uuidv7(), ...of, ...said, month: month(`2019-0${number + 1}`), publishedAt },
      });
    }
    for (const seen of [false, true]) {
      const id = uuidv7();
      const when = { month: month(`2019-0${number + 1 + (seen ? 4 : 0)}`), begunAt: new Date() };
      const given = { givenAt: new Date(), backOnTrackOn: dateColumn("2022-09-01") };
      await owner.exceptionReport.create({ data: { id, ...of, ...when, ...given, ownerRoleId: roleId } });
      const noted = { board: "The board", seenOn: dateColumn("2022-04-04"), seenById: roleId, seenAt: new Date() };
      if (seen) await owner.exceptionSeen.create({ data: { areaId, reportId: id, ...noted } });
    }
    for (const confirmedAt of [null, new Date()]) {
      const file = { kind: "monthly table", fileName: "c.tsv", sha256: "02", byteSize: 1, contents: new Uint8Array(1) };
      await owner.import.create({
        data: { id: uuidv7(), areaId, readById: roleId, readAt: new Date(), confirmedAt, ...file },
      });
    }
  }
  const away = { areaId: world.elsewhere.areaId, organisationId: world.elsewhere.council };
  const refused: readonly (readonly [string, string, string])[] = [
    ["to a role of another organisation", leaver, await role({ organisationId: trust })],
    ["to another role of the organisation", leaver, await role({ role: "data officer" })],
    ["to the same role", leaver, leaver],
    ["to a role that ends today", leaver, await role({ toOn: addedDays(0) })],
    ["to a role that begins tomorrow", leaver, await role({ fromOn: addedDays(1) })],
    ["to a role of the same organisation in the other area", leaver, await role({ ...away, organisationId: council })],
    ["from a role to one, both in the other area", await role(away), await role(away)],
    ["from a role of the other area to one here", await role({ ...away, organisationId: council }), heir],
  ];
  const call = (from: string, to: string) => `select from portal.hand_over('${from}', '${to}')`;
  const just = `${call(leaver, heir)} where reports = 1 and drafts = 1 and files = 1`;
  const untilTomorrow = call(leaver, await role({ toOn: addedDays(1) }));
  const fromToday = call(leaver, await role({ fromOn: addedDays(0) }));
  const cell = (by: Who, name: string, sql: string, may: boolean): CallCell => ({
    by,
    name,
    about: "hand_over",
    sql,
    may,
  });
  return [
    cell("administrator", "hand over what a leaver has in hand, and nothing else", just, true),
    cell("administrator", "hand over to a role that ends tomorrow", untilTomorrow, true),
    cell("administrator", "hand over to a role that begins today", fromToday, true),
    cell("auditor", "hand over", call(leaver, heir), false),
    cell("administrator of the other area", "hand over", call(leaver, heir), false),
    ...refused.map(([how, from, to]) => cell("administrator", `hand over ${how}`, call(from, to), false)),
  ];
}
