-- Definitions, figures, publication. `figure` holds what was submitted, exact: the organisations that answer for it
-- read it once the month is published, its author's organisation before. The forum and the public never read it: they
-- read `published_figure`, which holds what the small-number rule left (lib/disclosure).

grant select on indicator, area_indicator, indicator_owner, indicator_label, national_figure to portal_app, portal_public;
create policy by_audience on indicator for select to portal_app using (portal.reads_audience(audience));
create policy public_only on indicator for select to portal_public using (audience = 'public');
create policy anyone_reads on area_indicator for select to portal_app, portal_public using (
  (area_id = (select portal.area_id()) and indicator_code in (select code from indicator))
  or indicator_code in (select code from indicator where audience = 'public'));
create policy anyone_reads on indicator_owner for select to portal_app, portal_public using (
  (area_id = (select portal.area_id()) and indicator_code in (select code from indicator))
  or indicator_code in (select code from indicator where audience = 'public'));
create policy anyone_reads on indicator_label for select to portal_app, portal_public using (
  (area_id = (select portal.area_id()) and indicator_code in (select code from indicator))
  or indicator_code in (select code from indicator where audience = 'public'));
create policy anyone_reads on national_figure for select to portal_app, portal_public using (true);

grant select, insert on figure to portal_app;
create policy own_draft_or_published on figure for select to portal_app using (
  area_id = (select portal.area_id())
  and (select portal.reads_exact())
  and (
    (organisation_id = (select portal.organisation_id()) and (select portal.role()) <> 'board chair'
      and indicator_code in (select code from indicator))
    or (indicator_code, month) in (
      select p.indicator_code, p.month from published_figure p where p.area_id = (select portal.area_id()))));
create policy data_officer_submits on figure for insert to portal_app with check (
  (select portal.role()) = 'data officer'
  and area_id = (select portal.area_id())
  and organisation_id = (select portal.organisation_id())
  and submitted_by_id = (select portal.role_id()));

grant select, insert on publication, published_figure to portal_app;
grant select on publication, published_figure to portal_public;
create policy by_audience on publication for select to portal_app using (
  audience = 'public' or (area_id = (select portal.area_id()) and portal.reads_audience(audience)));
create policy public_only on publication for select to portal_public using (audience = 'public');
create policy by_audience on published_figure for select to portal_app using (
  audience = 'public' or (area_id = (select portal.area_id()) and portal.reads_audience(audience)));
create policy public_only on published_figure for select to portal_public using (audience = 'public');
create policy data_officer_publishes on publication for insert to portal_app with check (
  (select portal.role()) = 'data officer'
  and area_id = (select portal.area_id())
  and published_by_id = (select portal.role_id()));
create policy data_officer_publishes on published_figure for insert to portal_app with check (
  (select portal.role()) = 'data officer' and area_id = (select portal.area_id())
  and publication_id in (
    select p.id from publication p where p.published_by_id = (select portal.role_id())
      and (p.audience = 'public' or p.audience = published_figure.audience
        or (p.audience = 'partners' and published_figure.audience = 'board'))));

grant select, insert on target to portal_app;
create policy in_the_area on target for select to portal_app using (
  area_id = (select portal.area_id()) and (select portal.reads_audience('partners'))
  and indicator_code in (select code from indicator));
create policy owner_sets on target for insert to portal_app with check (
  portal.answers_for(area_id, indicator_code, (select portal.organisation_id()))
  and set_by_role_id = (select portal.role_id()));

grant insert on indicator_label, national_figure to portal_app;
grant update (indicator_code, ref, caveat, place) on indicator_label to portal_app;
create policy data_officer_maps on indicator_label for insert to portal_app with check (
  (select portal.role()) = 'data officer' and area_id = (select portal.area_id()));
create policy data_officer_remaps on indicator_label for update to portal_app
  using ((select portal.role()) = 'data officer' and area_id = (select portal.area_id()))
  with check ((select portal.role()) = 'data officer' and area_id = (select portal.area_id()));
create policy data_officer_imports on national_figure for insert to portal_app with check (
  (select portal.role()) = 'data officer');

-- The system loads the catalogue and says who owns what in an area; it reaches no figure.
grant select, insert on indicator, area_indicator, indicator_owner to portal_system;
create policy system_keeps on indicator to portal_system using (true) with check (true);
create policy system_keeps on area_indicator to portal_system using (true) with check (true);
create policy system_keeps on indicator_owner to portal_system using (true) with check (true);
