-- A second publisher's report of a project names the one that counts. It is shown, and its money is
-- in no sum: it is not allocated, and no cut of the portfolio knows it.
alter table project
  add column same_as text check (same_as <> id);
create index project_same_as on project (same_as) where same_as is not null;

-- These run as the owner: rows that the writer may not see count too.
create function project_same_is_counted() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('project-tree', 0));
  if not exists (select from project one
        where one.id = new.same_as and one.to_revision is null and one.same_as is null)
      or exists (select from project other
        where other.same_as = new.id and other.to_revision is null) then
    perform refuse('project_same_is_counted', new.id);
  end if;
  if allocated(array[new.id]) then
    perform refuse('project_same_is_allocated', new.id);
  end if;
  return null;
end $$;
create constraint trigger project_same_is_counted after insert on project
  for each row when (new.same_as is not null) execute function project_same_is_counted();

create or replace function allocation_on_one_level() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('project-tree', 0));
  if exists (select from project same
      where same.id = new.project_id and same.to_revision is null and same.same_as is not null) then
    perform refuse('project_same_is_allocated', new.id);
  end if;
  if allocated(array(select project_ancestors(new.project_id)
      union all select project_descendants(new.project_id))) then
    perform refuse('allocation_on_one_level', new.id);
  end if;
  return null;
end $$;
