-- What happened that partners should know, for whoever its audience names and may read the indicator it speaks of. Until
-- when somebody has seen them is theirs alone.

grant select, insert on notice to portal_app;
create policy by_audience on notice for select to portal_app using (
  area_id = (select portal.area_id()) and portal.reads_audience(audience)
  and (indicator_code is null or indicator_code in (select code from indicator)));
create policy who_does_it_says_it on notice for insert to portal_app with check (
  area_id = (select portal.area_id()) and made_by_id = (select portal.role_id())
  and (select portal.role()) in ('data officer', 'council leader', 'icb leader', 'trust leader', 'board chair'));

grant select, insert, update (seen_until) on notices_seen to portal_app;
create policy own on notices_seen to portal_app
  using (role_holding_id = (select portal.role_id()))
  with check (role_holding_id = (select portal.role_id()) and area_id = (select portal.area_id()));
