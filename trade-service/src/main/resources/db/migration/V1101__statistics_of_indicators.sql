-- After a large update the application tells the planner what is there: autovacuum comes a minute
-- later, and until then a page of one importer would sort all that it has. Who the application is,
-- the owner knows by what it may do already.
do $$
declare app text;
begin
  for app in
    select distinct grantee::regrole::text from pg_class, aclexplode(relacl)
    where oid = 'concentration'::regclass and privilege_type = 'INSERT' and grantee <> relowner
  loop
    execute format('grant maintain on concentration, export_total, world_export to %s', app);
  end loop;
end $$;
