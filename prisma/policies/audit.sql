-- Every act on record: written by whoever acts, as themselves; changed by nobody.

grant insert on audit_entry to portal_app, portal_system;
create policy own_acts on audit_entry for insert to portal_app with check (
  person_id = (select portal.user_id()) and role_holding_id is not distinct from (select portal.role_id())
  and area_id is not distinct from (select portal.area_id()));
create policy system_acts on audit_entry for insert to portal_system with check (true);
