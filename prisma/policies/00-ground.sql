-- What holds for every table before any noun's file grants anything: row-level security is on and forced, nobody has
-- a right, and the owner (migrations, factories of the tests) sees all. Then the questions that policies ask.

revoke all on schema public from public;
create schema if not exists portal;
revoke all on schema portal from public;
grant usage on schema public, portal to portal_app, portal_public, portal_link, portal_system;

do $$
declare t record; p record; g record;
begin
  -- Whoever holds a right on a table, given here or by hand, loses it: what follows gives it again.
  for g in
    select distinct c.relname, x.grantee from pg_class c, aclexplode(c.relacl) x
      where c.relnamespace = 'public'::regnamespace and x.grantee <> c.relowner
    union select c.relname, x.grantee from pg_class c join pg_attribute n on n.attrelid = c.oid, aclexplode(n.attacl) x
      where c.relnamespace = 'public'::regnamespace and x.grantee <> c.relowner
  loop
    execute format('revoke all on public.%I from %s', g.relname, case g.grantee when 0 then 'public' else g.grantee::regrole::text end);
  end loop;
  for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', p.policyname, p.tablename);
  end loop;
  for t in select tablename from pg_tables where schemaname = 'public' loop
    continue when t.tablename = '_prisma_migrations';
    execute format('alter table public.%I enable row level security', t.tablename);
    execute format('alter table public.%I force row level security', t.tablename);
    execute format('create policy owner_sees_all on public.%I to portal_owner using (true) with check (true)', t.tablename);
  end loop;
end $$;

-- An unset setting is '' on a warm connection, hence nullif. Policies wrap each in a sub-select: asked once, not per row.
create or replace function portal.user_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('portal.user_id', true), '')::uuid $$;
create or replace function portal.role_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('portal.role_id', true), '')::uuid $$;
create or replace function portal.role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('portal.role', true), '') $$;
create or replace function portal.organisation_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('portal.organisation_id', true), '')::uuid $$;
create or replace function portal.area_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('portal.area_id', true), '')::uuid $$;

create or replace function portal.request_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('portal.request_id', true), '')::uuid $$;

create or replace function portal.today() returns date language sql stable parallel safe
  as $$ select (now() at time zone 'Europe/London')::date $$;

-- For the check before serving: names only.
create or replace function portal.applied_migrations() returns setof text language sql stable security definer
  set search_path = public, pg_temp
  as $$ select migration_name::text from _prisma_migrations where finished_at is not null and rolled_back_at is null $$;

-- The organisations that answer for figures read them exactly: every role with content but the forum's.
create or replace function portal.reads_exact() returns boolean language sql stable parallel safe as $$
  select portal.role() in ('council leader', 'case officer', 'council adviser', 'data officer', 'icb leader',
    'health officer', 'trust leader', 'social care officer', 'senco', 'head teacher', 'board chair')
$$;

-- Leaders, the chair and the data officer read what is for the board. Nobody reads an audience by default.
create or replace function portal.reads_audience(audience text) returns boolean language sql stable parallel safe as $$
  select case audience
    when 'public' then true
    when 'partners' then portal.role() in (
      'council leader', 'case officer', 'council adviser', 'data officer', 'icb leader', 'health officer',
      'trust leader', 'social care officer', 'senco', 'head teacher', 'forum representative', 'board chair')
    when 'board' then portal.role() in ('council leader', 'data officer', 'icb leader', 'trust leader', 'board chair')
    else false
  end
$$;

-- A leader answers for the figures that their own organisation owns.
create or replace function portal.answers_for(area uuid, code text, organisation uuid) returns boolean language sql stable parallel safe as $$
  select area = portal.area_id() and organisation = portal.organisation_id()
    and portal.role() in ('council leader', 'icb leader', 'trust leader')
    and exists (select from public.indicator_owner o
      where o.area_id = area and o.indicator_code = code and o.organisation_id = organisation)
$$;

revoke execute on all functions in schema portal from public, portal_app, portal_public, portal_link, portal_system;
grant execute on function portal.user_id(), portal.role_id(), portal.role(), portal.organisation_id(), portal.area_id(),
  portal.request_id(), portal.today(), portal.reads_exact(), portal.answers_for(uuid, text, uuid),
  portal.reads_audience(text) to portal_app, portal_public, portal_link, portal_system;
