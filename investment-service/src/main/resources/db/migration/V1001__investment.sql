-- Facts are never overwritten: a row is known from from_revision until to_revision (null: still).
-- A correction closes a row and adds one; the trigger append_only refuses every other change.

create function known_at(from_revision bigint, to_revision bigint, revision bigint) returns boolean
  language sql immutable parallel safe
  as $$ select from_revision <= revision and (to_revision is null or to_revision > revision) $$;

create function append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'facts of % are never deleted', tg_table_name;
  end if;
  if old.to_revision is not null
     or to_jsonb(new) - 'to_revision' <> to_jsonb(old) - 'to_revision' then
    raise exception 'facts of % are closed, never changed', tg_table_name;
  end if;
  return new;
end $$;

create table pledge (
  row_id         bigint generated always as identity primary key,
  id            text    not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  from_revision bigint  not null,
  to_revision   bigint  check (to_revision > from_revision),
  title         text    not null,
  amount        numeric not null check (amount > 0),
  currency      text    not null check (currency ~ '^[A-Z]{3}$'),
  scope         text    not null,
  from_on       date    not null,
  to_on         date    not null check (to_on > from_on),
  counts_from   date    not null,
  focus_areas   text[]  not null,
  supersedes    text[]  not null,
  extended      text[]  not null,
  overlapping   text[]  not null,
  handling      text    not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  notes         text
);
create unique index pledge_current on pledge (id) where to_revision is null;
create index pledge_history on pledge (id, from_revision);

create table pledge_party (
  pledge_row bigint not null references pledge (row_id),
  position   int    not null,
  name       text   not null,
  economy    text,
  role       text,
  primary key (pledge_row, position)
);

create table pledge_statement (
  row_id            bigint generated always as identity primary key,
  id               text   not null,
  from_revision    bigint not null,
  to_revision      bigint check (to_revision > from_revision),
  pledge_id        text   not null,
  ordinal          int    not null,
  text             text   not null,
  publisher        text   not null,
  published_on     date,
  amount_as_quoted text,
  note             text,
  handling         text   not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED'))
);
create unique index pledge_statement_current on pledge_statement (id) where to_revision is null;
create index pledge_statement_pledge on pledge_statement (pledge_id, ordinal);

create table project (
  row_id         bigint generated always as identity primary key,
  id            text   not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  from_revision bigint not null,
  to_revision   bigint check (to_revision > from_revision),
  title         text   not null,
  status        text,
  sector        text,
  places        text[] not null,
  source        text   not null,
  handling      text   not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  notes         text
);
create unique index project_current on project (id) where to_revision is null;
create index project_history on project (id, from_revision);

create table project_party (
  project_row bigint not null references project (row_id),
  position    int    not null,
  name        text   not null,
  economy     text,
  role        text,
  primary key (project_row, position)
);

create table project_product (
  project_row    bigint not null references project (row_id),
  position       int    not null,
  classification text   not null,
  code           text   not null,
  link           text   not null check (link in ('CONSUMES', 'PRODUCES')),
  source         text   not null,
  confidence     text   not null check (confidence in ('LOW', 'MEDIUM', 'HIGH')),
  primary key (project_row, position)
);
create index project_product_code on project_product (code, classification);

-- Which part of a project counts toward a pledge.
create table allocation (
  row_id           bigint generated always as identity primary key,
  id              text    not null,
  from_revision   bigint  not null,
  to_revision     bigint  check (to_revision > from_revision),
  project_id      text    not null,
  pledge_id       text    not null,
  share           numeric not null check (share > 0 and share <= 1),
  financier_scope text    not null,
  value_date      date    not null,
  source          text    not null,
  handling        text    not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED'))
);
create unique index allocation_current on allocation (id) where to_revision is null;
create unique index allocation_once on allocation (project_id, pledge_id) where to_revision is null;
create index allocation_pledge on allocation (pledge_id);

-- No project is given away twice. Runs as the owner: rows that the writer may not see count too.
create function allocation_within_whole() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('allocation/' || new.project_id, 0));
  if (select sum(share) from allocation
      where project_id = new.project_id and to_revision is null) > 1 then
    raise exception using errcode = '23514', constraint = 'allocation_within_whole',
      message = 'new row violates check constraint "allocation_within_whole"';
  end if;
  return null;
end $$;
create constraint trigger allocation_within_whole after insert or update on allocation
  for each row execute function allocation_within_whole();

create table money_transaction (
  row_id           bigint generated always as identity primary key,
  id              text    not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  from_revision   bigint  not null,
  to_revision     bigint  check (to_revision > from_revision),
  project_id      text    not null,
  type            text    not null,
  amount          numeric not null check (amount <> 0),
  currency        text    not null check (currency ~ '^[A-Z]{3}$'),
  value_date      date    not null,
  financier_name  text,
  financier_scope text    not null,
  reverses        text,
  recorded_at     timestamptz not null,
  source          text    not null,
  handling        text    not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  notes           text,
  constraint value_date_not_in_future check (value_date <= (recorded_at at time zone 'UTC')::date),
  constraint only_reversals_and_commitments_are_negative
    check (amount > 0 or type = 'COMMITMENT' or reverses is not null)
);
create unique index money_transaction_current on money_transaction (id) where to_revision is null;
create unique index money_transaction_reversed_once on money_transaction (reverses)
  where to_revision is null;
create index money_transaction_project on money_transaction (project_id, value_date);

create table exchange_rate (
  row_id         bigint generated always as identity primary key,
  id            text    not null,
  from_revision bigint  not null,
  to_revision   bigint  check (to_revision > from_revision),
  rate_set      text    not null,
  month         date    not null check (extract(day from month) = 1),
  currency      text    not null check (currency ~ '^[A-Z]{3}$'),
  lcu_per_usd   numeric not null check (lcu_per_usd > 0)
);
create unique index exchange_rate_current on exchange_rate (id) where to_revision is null;
create index exchange_rate_month on exchange_rate (rate_set, currency, month);

create table target (
  row_id         bigint generated always as identity primary key,
  id            text    not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  from_revision bigint  not null,
  to_revision   bigint  check (to_revision > from_revision),
  title         text    not null,
  unit          text    not null,
  target        numeric not null check (target > 0),
  actual        numeric check (actual >= 0),
  from_on       date    not null,
  to_on         date    not null check (to_on > from_on),
  part_of       text    check (part_of <> id),
  source        text    not null,
  handling      text    not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  notes         text
);
create unique index target_current on target (id) where to_revision is null;

create table initiative (
  row_id         bigint generated always as identity primary key,
  id            text   not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  from_revision bigint not null,
  to_revision   bigint check (to_revision > from_revision),
  title         text   not null,
  sector        text,
  status        text   not null,
  item_count    int    check (item_count > 0),
  owner         text,
  next_step     text,
  deadline      date,
  evidence      text,
  handling      text   not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  notes         text,
  constraint deadline_is_published_or_absent
    check ((deadline is null) or status not in ('NO_PUBLISHED_DEADLINE', 'NOT_ITEMISED'))
);
create unique index initiative_current on initiative (id) where to_revision is null;

create table initiative_statement (
  initiative_row   bigint not null references initiative (row_id),
  position         int    not null,
  text             text   not null,
  publisher        text   not null,
  published_on     date,
  amount_as_quoted text,
  note             text,
  primary key (initiative_row, position)
);

-- The progress that other services were last told, to tell them only what is new. Derived.
create table progress_told (
  pledge_id text   primary key,
  revision  bigint not null,
  said      text   not null
);

do $$
declare fact text;
begin
  foreach fact in array array['pledge', 'pledge_statement', 'project', 'allocation',
      'money_transaction', 'exchange_rate', 'target', 'initiative'] loop
    execute format('create trigger append_only before update or delete on %I
      for each row execute function append_only()', fact);
  end loop;
  foreach fact in array array['pledge', 'pledge_statement', 'project', 'allocation',
      'money_transaction', 'target', 'initiative'] loop
    execute format('alter table %I enable row level security', fact);
    execute format('create policy clearance on %I using (cleared_for(handling))
      with check (true)', fact);
  end loop;
end $$;

-- A part is as visible as its whole.
alter table pledge_party enable row level security;
create policy clearance on pledge_party
  using (exists (select from pledge whole where whole.row_id = pledge_row)) with check (true);
alter table project_party enable row level security;
create policy clearance on project_party
  using (exists (select from project whole where whole.row_id = project_row)) with check (true);
alter table project_product enable row level security;
create policy clearance on project_product
  using (exists (select from project whole where whole.row_id = project_row)) with check (true);
alter table initiative_statement enable row level security;
create policy clearance on initiative_statement
  using (exists (select from initiative whole where whole.row_id = initiative_row)) with check (true);
