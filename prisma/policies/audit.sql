-- Every act on record: written by whoever acts, as themselves; changed by nobody.

grant insert on audit_entry to portal_app, portal_system;
create policy own_acts on audit_entry for insert to portal_app with check (
  person_id = (select portal.user_id()) and role_holding_id = (select portal.role_id())
  and role = (select portal.role()) and organisation_id = (select portal.organisation_id())
  and area_id = (select portal.area_id()));
grant select on audit_entry to portal_app;
create policy auditor_reads on audit_entry for select to portal_app using (
  (select portal.role()) = 'auditor' and area_id = (select portal.area_id()));
create policy system_acts on audit_entry for insert to portal_system with check (true);
