-- A file that waits for its reader's confirmation, and afterwards the evidence of where its figures came from: the data
-- officer who read it in alone.

grant select, insert, update (confirmed_at) on import to portal_app;
create policy its_reader on import for select to portal_app using (
  area_id = (select portal.area_id()) and read_by_id = (select portal.role_id()));
create policy data_officer_reads_in on import for insert to portal_app with check (
  (select portal.role()) = 'data officer' and area_id = (select portal.area_id()) and read_by_id = (select portal.role_id()));
create policy data_officer_confirms on import for update to portal_app
  using ((select portal.role()) = 'data officer' and area_id = (select portal.area_id()) and read_by_id = (select portal.role_id()))
  with check (area_id = (select portal.area_id()) and read_by_id = (select portal.role_id()) and confirmed_at is not null);
