-- A file that has just come in is looked up by its ids, and planned for by what is in it: without
-- statistics the checks of a large file would compare every row with every other.
create index staged_fact_by_id on staged_fact (import_id, kind, id);
drop index staged_fact_import;

-- As the owner: statistics are the owner's to gather.
create function count_staged() returns int
  language plpgsql security definer set search_path = public as $$
begin
  analyze staged_fact;
  return 1;
end $$;
