-- A rule that is broken names the fact that broke it, so that an import can say which row it was.
create function refuse(rule text, fact text) returns void language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = rule,
    message = format('new row violates check constraint "%s"', rule),
    detail = format('Key (id)=(%s)', fact);
end $$;

create or replace function allocation_within_whole() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('allocation/' || new.project_id, 0));
  if (select sum(share) from allocation
      where project_id = new.project_id and to_revision is null) > 1 then
    perform refuse('allocation_within_whole', new.id);
  end if;
  return null;
end $$;

create or replace function project_within_parent() returns trigger
  language plpgsql security definer set search_path = public as $$
declare above text[];
begin
  perform pg_advisory_xact_lock(hashtextextended('project-tree', 0));
  above := array(select project_ancestors(new.id));
  if new.id = any (above) then
    perform refuse('project_parent_circular', new.id);
  end if;
  if cardinality(above) >= 20 then
    perform refuse('project_parents_too_deep', new.id);
  end if;
  if allocated(above) and allocated(array(select project_descendants(new.id)) || new.id) then
    perform refuse('allocation_on_one_level', new.id);
  end if;
  return null;
end $$;

create or replace function event_counts_once() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('event/' || new.event_key, 0));
  if (select count(*) from money_transaction one
      where one.event_key = new.event_key and one.type = new.type and one.to_revision is null
        and one.same_as is null and one.reverses is null
        and not exists (select from money_transaction back
          where back.reverses = one.id and back.to_revision is null)) > 1 then
    perform refuse('event_counts_once', new.id);
  end if;
  return null;
end $$;

create or replace function same_event_is_counted() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from money_transaction one
      where one.id = new.same_as and one.to_revision is null and one.same_as is null
        and one.reverses is null and one.type = new.type) then
    perform refuse('same_event_is_counted', new.id);
  end if;
  return null;
end $$;

create or replace function pledge_relations() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('pledge-relations', 0));
  if exists (select from pledge other where other.to_revision is null and other.id <> new.id
      and other.supersedes && new.supersedes) then
    perform refuse('pledge_superseded_once', new.id);
  end if;
  if new.id in (
      with recursive back(id) as (
        select unnest(new.supersedes || new.extended)
        union
        select unnest(p.supersedes || p.extended) from back join pledge p on p.id = back.id
        where p.to_revision is null)
      select id from back) then
    perform refuse('pledge_relation_circular', new.id);
  end if;
  return null;
end $$;
