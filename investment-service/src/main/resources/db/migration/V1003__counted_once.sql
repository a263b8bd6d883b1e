-- What keeps every yen from being counted twice: projects that are part of others, one event that
-- two publishers report, pledges that replace each other.

alter table project
  add column parent_id text check (parent_id <> id);
create index project_parent on project (parent_id) where parent_id is not null;

alter table allocation
  add column pledging_side_on     date,
  add column pledging_side_source text,
  add column hosting_side_on      date,
  add column hosting_side_source  text,
  add check ((pledging_side_on is null) = (pledging_side_source is null)),
  add check ((hosting_side_on is null) = (hosting_side_source is null));

alter table money_transaction
  add column event_key     text,
  add column same_as       text check (same_as <> id),
  add column commitment_id text;
create index money_transaction_event on money_transaction (event_key, type)
  where event_key is not null and to_revision is null;
create index money_transaction_commitment on money_transaction (commitment_id)
  where commitment_id is not null;

alter table pledge
  add column announced_on date,
  add constraint pledge_relates_to_others
    check (not id = any (supersedes || extended || overlapping)),
  add constraint pledge_supersedes_or_overlaps
    check (not supersedes && (extended || overlapping));

-- The wording's amount as figures, so that ratios and implied rates can be worked out.
alter table pledge_statement add column quoted_amount numeric check (quoted_amount > 0),
  add column quoted_currency text;
alter table initiative_statement add column quoted_amount numeric check (quoted_amount > 0),
  add column quoted_currency text;

create function project_ancestors(child text) returns setof text
  language sql stable as $$
  with recursive up(id, depth) as (
    select parent_id, 1 from project
    where id = child and to_revision is null and parent_id is not null
    union
    select p.parent_id, up.depth + 1 from up join project p on p.id = up.id
    where p.to_revision is null and p.parent_id is not null and up.depth <= 20)
  select id from up $$;

create function project_descendants(root text) returns setof text
  language sql stable as $$
  with recursive down(id, depth) as (
    select id, 1 from project where parent_id = root and to_revision is null
    union
    select p.id, down.depth + 1 from down join project p on p.parent_id = down.id
    where p.to_revision is null and down.depth <= 20)
  select id from down $$;

create function refuse(rule text) returns void language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = rule,
    message = format('new row violates check constraint "%s"', rule);
end $$;

create function allocated(projects text[]) returns boolean
  language sql stable as $$
  select exists (select from allocation
    where project_id = any (projects) and to_revision is null) $$;

-- These run as the owner: rows that the writer may not see count too.
create function project_within_parent() returns trigger
  language plpgsql security definer set search_path = public as $$
declare above text[];
begin
  perform pg_advisory_xact_lock(hashtextextended('project-tree', 0));
  above := array(select project_ancestors(new.id));
  if new.id = any (above) then
    perform refuse('project_parent_circular');
  end if;
  if cardinality(above) >= 20 then
    perform refuse('project_parents_too_deep');
  end if;
  if allocated(above) and allocated(array(select project_descendants(new.id)) || new.id) then
    perform refuse('allocation_on_one_level');
  end if;
  return null;
end $$;
create constraint trigger project_within_parent after insert on project
  for each row when (new.parent_id is not null) execute function project_within_parent();

create function allocation_on_one_level() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('project-tree', 0));
  if allocated(array(select project_ancestors(new.project_id)
      union all select project_descendants(new.project_id))) then
    perform refuse('allocation_on_one_level');
  end if;
  return null;
end $$;
create constraint trigger allocation_on_one_level after insert on allocation
  for each row execute function allocation_on_one_level();

-- A report of an event that another report counts says so itself, whichever way it comes in.
create function event_is_recognised() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  select one.id into new.same_as from money_transaction one
  where one.event_key = new.event_key and one.type = new.type and one.to_revision is null
    and one.id <> new.id and one.same_as is null and one.reverses is null
    and not exists (select from money_transaction back
      where back.reverses = one.id and back.to_revision is null)
  limit 1;
  return new;
end $$;
create trigger event_is_recognised before insert on money_transaction
  for each row when (new.event_key is not null and new.same_as is null and new.reverses is null)
  execute function event_is_recognised();

-- Of the reports of one event a single one counts; a reversed one counts no more.
create function event_counts_once() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('event/' || new.event_key, 0));
  if (select count(*) from money_transaction one
      where one.event_key = new.event_key and one.type = new.type and one.to_revision is null
        and one.same_as is null and one.reverses is null
        and not exists (select from money_transaction back
          where back.reverses = one.id and back.to_revision is null)) > 1 then
    perform refuse('event_counts_once');
  end if;
  return null;
end $$;
create constraint trigger event_counts_once after insert on money_transaction
  for each row when (new.event_key is not null and new.same_as is null and new.reverses is null)
  execute function event_counts_once();

create function same_event_is_counted() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from money_transaction one
      where one.id = new.same_as and one.to_revision is null and one.same_as is null
        and one.reverses is null and one.type = new.type) then
    perform refuse('same_event_is_counted');
  end if;
  return null;
end $$;
create constraint trigger same_event_is_counted after insert on money_transaction
  for each row when (new.same_as is not null and new.reverses is null)
  execute function same_event_is_counted();

-- A pledge is replaced by one pledge at most, and no chain of pledges leads back to itself.
create function pledge_relations() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('pledge-relations', 0));
  if exists (select from pledge other where other.to_revision is null and other.id <> new.id
      and other.supersedes && new.supersedes) then
    perform refuse('pledge_superseded_once');
  end if;
  if new.id in (
      with recursive back(id) as (
        select unnest(new.supersedes || new.extended)
        union
        select unnest(p.supersedes || p.extended) from back join pledge p on p.id = back.id
        where p.to_revision is null)
      select id from back) then
    perform refuse('pledge_relation_circular');
  end if;
  return null;
end $$;
create constraint trigger pledge_relations after insert on pledge
  for each row when (cardinality(new.supersedes || new.extended) > 0)
  execute function pledge_relations();
