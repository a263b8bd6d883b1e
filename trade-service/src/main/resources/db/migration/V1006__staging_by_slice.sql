-- What a slice holds, kept by the merge: how many rows are open, the digest of the file that it
-- equals (null: of none), and the revision that changed it last (null: no rows yet).
alter table slice
  add column basis            text   not null default 'REPORTED' check (basis in ('REPORTED', 'RECONCILED')),
  add column open_rows        bigint not null default 0,
  add column digest           text,
  add column changed_revision bigint;
update slice set open_rows = held.rows, changed_revision = held.revision
from (
  select slice_id, count(*) filter (where to_revision is null) as rows,
    greatest(max(from_revision), max(to_revision)) as revision
  from observation group by slice_id) held
where held.slice_id = slice.id;

-- Imports that were waiting in the old staging table have to be sent again.
update trade_import set status = 'FAILED', failure = 'The service was upgraded before it was merged; send it again.'
where status = 'RUNNING';
drop table staged_observation;
create sequence import_number;
alter table trade_import
  drop constraint trade_import_status_check,
  add constraint trade_import_status_check check (status in ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  add column number       bigint not null default 0,
  add column mode         text   not null default 'PARTIAL' check (mode in ('PARTIAL', 'COMPLETE')),
  add column basis        text   not null default 'REPORTED',
  add column rows_deleted bigint not null default 0;

-- The slices of a staged import by their number in it, with the digest of their rows.
create table import_slice (
  import_number  bigint   not null,
  no             integer  not null,
  reporter       text     not null,
  flow           text     not null,
  classification text     not null,
  edition        text     not null,
  freq           text     not null,
  period         text     not null,
  year           smallint not null,
  rows           bigint   not null,
  digest         text     not null,
  slice_id       integer,
  primary key (import_number, no)
);

-- Logged, so that an accepted import survives a crash; emptied after the merge. cell is the number of
-- slice, product and partner within the import: equal where they are, and quick to sort by.
create table staged_row (
  import_number bigint  not null,
  cell          bigint  not null,
  line          bigint  not null,
  product       text    not null,
  partner       text    not null,
  value_usd     numeric not null,
  net_weight_kg numeric,
  quantity      numeric,
  quantity_unit text,
  valuation     text,
  estimated     boolean not null
);
create index staged_row_import on staged_row using brin (import_number) with (pages_per_range = 16, autosummarize = on);

-- What is going on: written outside the transactions that it tells of. An import whose body is being
-- received is nowhere else, and is forgotten if its seen_at grows old.
create table import_progress (
  id            uuid        primary key,
  source        text        not null,
  format        text        not null,
  profile       text,
  mode          text        not null,
  baseline      boolean,
  backfill      boolean     not null,
  phase         text        not null check (phase in ('STAGING', 'MERGING')),
  rows_read     bigint      not null default 0,
  rows_accepted bigint      not null default 0,
  rows_rejected bigint      not null default 0,
  rows_ignored  bigint      not null default 0,
  rows_merged   bigint      not null default 0,
  cancelled     boolean     not null default false,
  started_at    timestamptz not null,
  seen_at       timestamptz not null
);

-- An import as its sender sees it, from its first byte on.
create view import_state as
  select i.id, i.source, i.format, i.profile, i.mode, i.status,
    case when i.status = 'RUNNING' then coalesce(p.phase, 'WAITING') end as phase,
    i.baseline, i.backfill, i.rows_read, i.rows_accepted, i.rows_added, i.rows_unchanged,
    i.rows_revised, i.rows_deleted, i.rows_rejected, i.rows_ignored,
    case when i.status = 'RUNNING' then coalesce(p.rows_merged, 0) else i.rows_accepted end as rows_merged,
    i.unknown_columns, i.failure, i.revision, i.received_at, i.completed_at
  from trade_import i left join import_progress p on p.id = i.id
  union all
  select p.id, p.source, p.format, p.profile, p.mode, 'RUNNING', p.phase, p.baseline, p.backfill,
    p.rows_read, p.rows_accepted, 0, 0, 0, 0, p.rows_rejected, p.rows_ignored, 0, '{}', null, null,
    p.started_at, null
  from import_progress p
  where p.phase = 'STAGING' and p.seen_at > now() - interval '2 minutes'
    and not exists (select 1 from trade_import i where i.id = p.id);

-- Fewer and smaller indexes: rows of a revision lie together, and a cell's partners are few.
drop index observation_cell;
create index observation_cell on observation (slice_id, product);
drop index observation_by_revision;
create index observation_by_revision on observation using brin (from_revision) with (pages_per_range = 32);
create index observation_closed on observation (to_revision) where to_revision is not null;

-- The application empties and analyzes its staging table; who that is, the owner knows by what it
-- may do already.
do $$
declare app text;
begin
  for app in
    select distinct grantee::regrole::text from pg_class, aclexplode(relacl)
    where oid = 'staged_row'::regclass and privilege_type = 'INSERT' and grantee <> relowner
  loop
    execute format('grant truncate, maintain on staged_row to %s', app);
  end loop;
end $$;
