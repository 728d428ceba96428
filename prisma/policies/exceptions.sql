-- A figure beyond its owner's tolerance is owed an explanation. That one is owed, given or seen is for the organisations
-- that answer for figures; its words are their author's organisation's until they are given, and then the board's.

grant select on exception_report, exception_words, exception_seen to portal_app;
create policy own on exception_report for select to portal_app using (
  area_id = (select portal.area_id()) and organisation_id = (select portal.organisation_id())
  and (select portal.reads_exact()) and (select portal.role()) <> 'board chair'
  and indicator_code in (select code from indicator));
create policy given on exception_report for select to portal_app using (
  area_id = (select portal.area_id()) and given_at is not null and (select portal.reads_exact())
  and indicator_code in (select code from indicator));
create policy own_or_for_the_board on exception_words for select to portal_app using (
  area_id = (select portal.area_id())
  and report_id in (
    select r.id from exception_report r
    where (r.organisation_id = (select portal.organisation_id()) and (select portal.role()) <> 'board chair')
      or (r.given_at is not null and (select portal.reads_audience('board')))));
create policy of_what_is_seen on exception_seen for select to portal_app using (
  area_id = (select portal.area_id()) and report_id in (select r.id from exception_report r));

grant insert, update (owner_role_id, given_at, back_on_track_on) on exception_report to portal_app;
create policy owner_begins on exception_report for insert to portal_app with check (
  portal.answers_for(area_id, indicator_code, organisation_id) and owner_role_id = (select portal.role_id())
  and given_at is null);
create policy owner_goes_on on exception_report for update to portal_app
  using (portal.answers_for(area_id, indicator_code, organisation_id) and given_at is null)
  with check (owner_role_id = (select portal.role_id()));
grant insert, update (why, doing, version, author_role_id, written_at) on exception_words to portal_app;
create policy owner_writes on exception_words for insert to portal_app with check (
  author_role_id = (select portal.role_id()) and report_id in (
    select r.id from exception_report r
    where r.given_at is null and portal.answers_for(r.area_id, r.indicator_code, r.organisation_id)));
create policy owner_writes_on on exception_words for update to portal_app
  using (report_id in (
    select r.id from exception_report r
    where r.given_at is null and portal.answers_for(r.area_id, r.indicator_code, r.organisation_id)))
  with check (author_role_id = (select portal.role_id()));
grant insert on exception_seen to portal_app;
create policy chair_says on exception_seen for insert to portal_app with check (
  (select portal.role()) = 'board chair' and area_id = (select portal.area_id()) and seen_by_id = (select portal.role_id())
  and report_id in (select r.id from exception_report r where r.given_at is not null));
