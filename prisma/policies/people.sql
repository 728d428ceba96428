-- People, organisations, sign-in. Organisations and areas are public registers. A person sees their own row, roles and
-- sessions; the administrator those of the area; the auditor who the people of the area are. Passwords, second steps and
-- what a link carries are read by signing in alone. Nobody gives themselves a role.

grant select on area, organisation, organisation_code, organisation_alias, area_membership to portal_app, portal_public, portal_link, portal_system;
create policy anyone_reads on area for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on organisation for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on organisation_code for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on organisation_alias for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on area_membership for select to portal_app, portal_public, portal_link using (true);

-- Asked past the walls: a policy may not ask its own table again, and the administrator sees no role of another area.
create or replace function portal.belongs_here(organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from area_membership m where m.organisation_id = organisation and m.area_id = portal.area_id()
    and m.from_on <= portal.today() and (m.to_on is null or m.to_on > portal.today()))
$$;
create or replace function portal.is_known_here(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from role_holding r where r.person_id = person and r.area_id = portal.area_id())
$$;
create or replace function portal.has_roles_only_here(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from role_holding r where r.person_id = person and r.area_id <> portal.area_id()
    and (r.to_on is null or r.to_on > portal.today()))
$$;
revoke execute on function portal.belongs_here(uuid), portal.is_known_here(uuid), portal.has_roles_only_here(uuid) from public;
grant execute on function portal.belongs_here(uuid), portal.is_known_here(uuid), portal.has_roles_only_here(uuid) to portal_app;

grant select on person, role_holding to portal_app;
-- Never the hash of a token: who may see that somebody was here need not hold what opens the door.
grant select (id, person_id, role_holding_id, started_at, last_seen_at, ended_at, method, browser) on session to portal_app;
grant update (role_holding_id, ended_at) on session to portal_app;
create policy own_or_kept on role_holding for select to portal_app using (
  person_id = (select portal.user_id())
  or ((select portal.role()) in ('administrator', 'auditor') and area_id = (select portal.area_id())));
create policy own_or_kept on person for select to portal_app using (
  id = (select portal.user_id())
  or ((select portal.role()) in ('administrator', 'auditor') and id in (select person_id from role_holding)));
grant insert, update (to_on) on role_holding to portal_app;
create policy administrator_gives on role_holding for insert to portal_app with check (
  (select portal.role()) = 'administrator' and area_id = (select portal.area_id())
  and person_id <> (select portal.user_id()) and portal.is_known_here(person_id)
  and portal.belongs_here(organisation_id));
create policy administrator_ends on role_holding for update to portal_app
  using ((select portal.role()) = 'administrator' and area_id = (select portal.area_id())
    and person_id <> (select portal.user_id()) and (to_on is null or to_on > (select portal.today())))
  with check (to_on >= (select portal.today()));
create policy own_sessions on session for select to portal_app using (person_id = (select portal.user_id()));
create policy administered_sessions on session for select to portal_app using (
  (select portal.role()) = 'administrator'
  and role_holding_id in (select id from role_holding where area_id = (select portal.area_id())));
create policy own_sessions_change on session for update to portal_app
  using (person_id = (select portal.user_id()))
  with check (person_id = (select portal.user_id())
    and role_holding_id in (select id from role_holding where person_id = (select portal.user_id())));

-- Whether there is a second step, and how many codes are left: never what they are.
grant select (person_id, confirmed_at) on second_step to portal_app;
grant select (person_id, made_at, ended_at) on recovery_code to portal_app;
create policy own_or_administered on second_step for select to portal_app using (
  person_id = (select portal.user_id())
  or ((select portal.role()) = 'administrator' and person_id in (select person_id from role_holding)));
create policy own_codes on recovery_code for select to portal_app using (person_id = (select portal.user_id()));

grant select (id, area_id, kind, email, display_name, person_id, organisation_id, role, from_on, to_on, made_by_id, made_at,
  expires_at, used_at, ended_at), insert, update (ended_at) on invitation to portal_app;
create policy administered on invitation for select to portal_app using (
  (select portal.role()) = 'administrator' and area_id = (select portal.area_id()));
create policy administrator_invites on invitation for insert to portal_app with check (
  (select portal.role()) = 'administrator' and area_id = (select portal.area_id())
  and made_by_id = (select portal.role_id()) and used_at is null
  and email <> (select email from person where id = (select portal.user_id()))
  and (organisation_id is null or portal.belongs_here(organisation_id))
  and (person_id is null or kind = 'new password' and portal.is_known_here(person_id) and portal.has_roles_only_here(person_id)));
create policy administrator_takes_back on invitation for update to portal_app
  using ((select portal.role()) = 'administrator' and area_id = (select portal.area_id()) and used_at is null)
  with check (ended_at is not null);

-- The system signs people in and loads the registers: it reaches no figure.
grant select, insert on area, organisation, organisation_code, organisation_alias, area_membership to portal_system;
grant select, insert on person, identity, password, role_holding, session, second_step, recovery_code, sign_in_brake to portal_system;
grant select, update (used_at, person_id) on invitation to portal_system;
grant update (ended_at, awaiting, confirmed_at) on session to portal_system;
grant update (hash, changed_at) on password to portal_system;
grant update (secret, confirmed_at, last_step) on second_step to portal_system;
grant update (ended_at) on recovery_code to portal_system;
grant update (failures, last_at), delete on sign_in_brake to portal_system;
create policy system_keeps on area to portal_system using (true) with check (true);
create policy system_keeps on organisation to portal_system using (true) with check (true);
create policy system_keeps on organisation_code to portal_system using (true) with check (true);
create policy system_keeps on organisation_alias to portal_system using (true) with check (true);
create policy system_keeps on area_membership to portal_system using (true) with check (true);
create policy system_keeps on person to portal_system using (true) with check (true);
create policy system_keeps on identity to portal_system using (true) with check (true);
create policy system_keeps on password to portal_system using (true) with check (true);
create policy system_keeps on role_holding to portal_system using (true) with check (true);
create policy system_keeps on session to portal_system using (true) with check (true);
create policy system_keeps on second_step to portal_system using (true) with check (true);
create policy system_keeps on recovery_code to portal_system using (true) with check (true);
create policy system_reads on invitation for select to portal_system using (true);
create policy system_accepts on invitation for update to portal_system
  using (used_at is null and ended_at is null and expires_at > now()) with check (used_at is not null and person_id is not null);
create policy system_reads on sign_in_brake for select to portal_system using (true);
create policy system_counts on sign_in_brake for insert to portal_system with check (true);
create policy system_counts_on on sign_in_brake for update to portal_system using (true) with check (true);
-- The one thing that is ever deleted: a count of refusals that no longer slows anybody.
create policy system_forgets on sign_in_brake for delete to portal_system using (last_at < now() - interval '1 day');

-- Who holds this token, if the session, the person and the role are all alive today and nothing more is awaited of them.
-- `confirmed`: they have shown within ten minutes that it is they, or need not (the demonstration). `touch_due`: last seen
-- over a minute ago. The login may call it before it has taken on any role; it is the only thing it may do.
create or replace function portal.session_opened(token bytea) returns table (
  session_id uuid, user_id uuid, display_name text, role_id uuid, role text, organisation_id uuid, organisation_name text,
  area_id uuid, area_name text, roles_held integer, confirmed boolean, today text, touch_due boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, p.id, p.display_name, r.id, r.role, r.organisation_id, o.name, r.area_id, a.name,
    (select count(*)::int from role_holding h where h.person_id = p.id
      and h.from_on <= portal.today() and (h.to_on is null or h.to_on > portal.today())),
    s.method = 'demonstration' or coalesce(s.confirmed_at > now() - interval '10 minutes', false),
    portal.today()::text,
    s.last_seen_at < now() - interval '1 minute'
  from session s
  join person p on p.id = s.person_id
  join role_holding r on r.id = s.role_holding_id and r.person_id = s.person_id
    and r.from_on <= portal.today() and (r.to_on is null or r.to_on > portal.today())
  join organisation o on o.id = r.organisation_id
  join area a on a.id = r.area_id
  where s.token_hash = token
    and s.ended_at is null
    and s.awaiting is null
    and s.last_seen_at > now() - interval '30 minutes'
    and s.started_at > now() - interval '12 hours'
    and (p.ended_on is null or p.ended_on > portal.today())
$$;

-- In a statement of its own, outside the page's snapshot: two pages opened at once must not fail on one session row.
create or replace function portal.session_seen(token bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update session set last_seen_at = now() where token_hash = token and ended_at is null and last_seen_at < now()
$$;

revoke execute on function portal.session_opened(bytea), portal.session_seen(bytea) from public;

-- The last day on which a role was used: an access review asks for it, and a session that changes role forgets it.
create or replace function portal.role_used() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.awaiting is null then
    update role_holding set last_used_on = portal.today()
      where id = new.role_holding_id and last_used_on is distinct from portal.today();
  end if;
  return null;
end $$;
create or replace trigger role_used after insert or update of role_holding_id, last_seen_at, awaiting on session
  for each row execute function portal.role_used();

-- What somebody who leaves still has in hand goes to a named holder of the same role in the same organisation: exception reports that the
-- board has not seen, drafts, and files that wait for confirmation. The administrator moves them and reads none of them.
create or replace function portal.hand_over(from_role uuid, to_role uuid) returns table (reports bigint, drafts bigint, files bigint)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if portal.role() is distinct from 'administrator' or not exists (
    select from role_holding l join role_holding t
      on t.area_id = l.area_id and t.organisation_id = l.organisation_id and t.role = l.role
    where l.id = from_role and t.id = to_role and l.id <> t.id and l.area_id = portal.area_id()
      and t.from_on <= portal.today() and (t.to_on is null or t.to_on > portal.today()))
  then raise insufficient_privilege using message = 'This is not theirs to hand over.'; end if;
  return query
    with moved_reports as (
      update exception_report r set owner_role_id = to_role where r.owner_role_id = from_role
        and not exists (select from exception_seen s where s.area_id = r.area_id and s.report_id = r.id) returning 1),
    moved_drafts as (
      update commentary set author_role_id = to_role where author_role_id = from_role and published_at is null returning 1),
    moved_files as (
      update import set read_by_id = to_role where read_by_id = from_role and confirmed_at is null returning 1)
    select (select count(*) from moved_reports), (select count(*) from moved_drafts), (select count(*) from moved_files);
end $$;
revoke execute on function portal.hand_over(uuid, uuid), portal.role_used() from public;
grant execute on function portal.hand_over(uuid, uuid) to portal_app;
