/**
 * Where a scope may read or change some columns of a table and not others: by hand, from the access rule. A table that is
 * not here is read and changed whole or not at all.
 */
export type ColumnAccess = {
  readonly [table: string]: { readonly [scope: string]: Partial<Record<"select" | "update", string>> };
};

export const COLUMN_ACCESS: ColumnAccess = {
  // That somebody is here, since when and on what: never what opens the door.
  session: {
    portal_app: {
      select: "id person_id role_holding_id started_at last_seen_at ended_at method browser",
      update: "role_holding_id ended_at",
    },
    portal_system: { update: "ended_at awaiting confirmed_at" },
  },
  // That there is a second step: never the secret. That there are codes: never the codes.
  second_step: {
    portal_app: { select: "person_id confirmed_at" },
    portal_system: { update: "secret confirmed_at last_step" },
  },
  recovery_code: {
    portal_app: { select: "person_id made_at ended_at" },
    portal_system: { update: "ended_at" },
  },
  // Everything but the token, which is shown once to whoever made it.
  invitation: {
    portal_app: {
      select:
        "id area_id kind email display_name person_id organisation_id role from_on to_on made_by_id made_at expires_at used_at ended_at",
      update: "ended_at",
    },
    portal_system: { update: "used_at person_id" },
  },
  password: { portal_system: { update: "hash changed_at" } },
  sign_in_brake: { portal_system: { update: "failures last_at" } },
  role_holding: { portal_app: { update: "to_on" } },
  import: { portal_app: { update: "confirmed_at" } },
  indicator_label: { portal_app: { update: "indicator_code ref caveat place" } },
  commentary: {
    portal_app: {
      update: "words audience version author_role_id written_at published_at withdrawn_at withdrawn_reason",
    },
  },
  exception_report: { portal_app: { update: "owner_role_id given_at back_on_track_on" } },
  exception_words: { portal_app: { update: "why doing version author_role_id written_at" } },
  notices_seen: { portal_app: { update: "seen_until" } },
};
