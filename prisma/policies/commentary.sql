-- What an owner says of a figure: a draft is its organisation's (the chair is independent), and a leader of the owner
-- writes it. Published, it is for whoever its audience names and the month has been given to.

grant select on commentary to portal_app, portal_public;
create policy own on commentary for select to portal_app using (
  area_id = (select portal.area_id()) and organisation_id = (select portal.organisation_id())
  and (select portal.reads_exact()) and (select portal.role()) <> 'board chair'
  and indicator_code in (select code from indicator));
create policy published on commentary for select to portal_app using (
  published_at is not null and withdrawn_at is null
  and (audience = 'public' or (area_id = (select portal.area_id()) and portal.reads_audience(audience)))
  and (area_id, indicator_code, month) in (select p.area_id, p.indicator_code, p.month from published_figure p));
create policy public_only on commentary for select to portal_public using (
  published_at is not null and withdrawn_at is null and audience = 'public'
  and (area_id, indicator_code, month) in (select p.area_id, p.indicator_code, p.month from published_figure p));

grant insert, update (words, audience, version, author_role_id, written_at, published_at, withdrawn_at, withdrawn_reason)
  on commentary to portal_app;
create policy owner_writes on commentary for insert to portal_app with check (
  portal.answers_for(area_id, indicator_code, organisation_id) and author_role_id = (select portal.role_id())
  and published_at is null);
create policy owner_writes_on on commentary for update to portal_app
  using (portal.answers_for(area_id, indicator_code, organisation_id) and withdrawn_at is null)
  with check (portal.answers_for(area_id, indicator_code, organisation_id)
    and (withdrawn_at is not null or author_role_id = (select portal.role_id())));

-- What was published stays as it was published: afterwards it can be withdrawn, with a reason, and nothing else.
create or replace function portal.commentary_stands() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and (to_jsonb(new) - '{withdrawn_at,withdrawn_reason}'::text[])
    is distinct from (to_jsonb(old) - '{withdrawn_at,withdrawn_reason}'::text[])
  then raise insufficient_privilege using message = 'A published commentary is kept as it was published.'; end if;
  return new;
end $$;
revoke execute on function portal.commentary_stands() from public;
create or replace trigger stands_as_published before update on commentary
  for each row execute function portal.commentary_stands();
