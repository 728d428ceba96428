-- Every act on record: written by whoever acts, as themselves; changed by nobody, the owner of the table included.

grant insert on audit_entry to portal_app, portal_system;
create policy own_acts on audit_entry for insert to portal_app with check (
  person_id = (select portal.user_id()) and role_holding_id = (select portal.role_id())
  and role = (select portal.role()) and organisation_id = (select portal.organisation_id())
  and area_id = (select portal.area_id()) and request_id is not distinct from (select portal.request_id()));
grant select on audit_entry to portal_app;
create policy auditor_reads on audit_entry for select to portal_app using (
  (select portal.role()) = 'auditor' and area_id = (select portal.area_id()));
create policy system_acts on audit_entry for insert to portal_system with check (true);

create or replace function portal.refuse_change() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = format('A row of %s is kept as it was written.', tg_table_name);
end $$;
revoke execute on function portal.refuse_change() from public;
create or replace trigger kept_as_written before update or delete on audit_entry
  for each row execute function portal.refuse_change();
create or replace trigger never_emptied before truncate on audit_entry
  for each statement execute function portal.refuse_change();
