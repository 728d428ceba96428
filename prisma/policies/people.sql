-- People, organisations, sign-in. Organisations and areas are public registers. A person sees their own row, roles and
-- sessions; the administrator those of the area. Passwords and identities are read by signing in alone.

grant select on area, organisation, organisation_code, organisation_alias, area_membership to portal_app, portal_public, portal_link, portal_system;
create policy anyone_reads on area for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on organisation for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on organisation_code for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on organisation_alias for select to portal_app, portal_public, portal_link using (true);
create policy anyone_reads on area_membership for select to portal_app, portal_public, portal_link using (true);

grant select on person, role_holding to portal_app;
-- Never the hash of a token: who may see that somebody was here need not hold what opens the door.
grant select (id, person_id, role_holding_id, started_at, last_seen_at, ended_at) on session to portal_app;
grant update (role_holding_id, ended_at) on session to portal_app;
create policy own_or_administered on role_holding for select to portal_app using (
  person_id = (select portal.user_id())
  or ((select portal.role()) = 'administrator' and area_id = (select portal.area_id())));
create policy own_or_administered on person for select to portal_app using (
  id = (select portal.user_id())
  or ((select portal.role()) = 'administrator' and id in (select person_id from role_holding)));
create policy own_sessions on session for select to portal_app using (person_id = (select portal.user_id()));
create policy administered_sessions on session for select to portal_app using (
  (select portal.role()) = 'administrator'
  and role_holding_id in (select id from role_holding where area_id = (select portal.area_id())));
create policy own_sessions_change on session for update to portal_app
  using (person_id = (select portal.user_id()))
  with check (person_id = (select portal.user_id())
    and role_holding_id in (select id from role_holding where person_id = (select portal.user_id())));

-- The system signs people in and loads the registers: it reaches no figure.
grant select, insert on area, organisation, organisation_code, organisation_alias, area_membership to portal_system;
grant select, insert on person, identity, password, role_holding, session to portal_system;
grant update (ended_at) on session to portal_system;
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

-- Who holds this token, if the session, the person and the role are all alive today. `touch_due`: last seen over a
-- minute ago. The login may call it before it has taken on any role; it is the only thing it may do.
create or replace function portal.session_opened(token bytea) returns table (
  session_id uuid, user_id uuid, display_name text, role_id uuid, role text, organisation_id uuid, organisation_name text,
  area_id uuid, area_name text, roles_held integer, today text, touch_due boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, p.id, p.display_name, r.id, r.role, r.organisation_id, o.name, r.area_id, a.name,
    (select count(*)::int from role_holding h where h.person_id = p.id
      and h.from_on <= portal.today() and (h.to_on is null or h.to_on > portal.today())),
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
