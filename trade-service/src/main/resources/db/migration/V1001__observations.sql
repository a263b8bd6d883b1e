-- A slice is what one report covers: later rows of the same slice revise earlier ones.
create table slice (
  id             integer generated always as identity primary key,
  source         text     not null,
  reporter       text     not null,
  flow           text     not null,
  classification text     not null,
  edition        text     not null,
  freq           text     not null,
  period         text     not null,
  year           smallint not null,
  unique (source, reporter, flow, classification, edition, freq, period)
);
create index slice_by_reporter on slice (reporter, flow, classification, freq, period);

-- Append-only: a correction closes a row (to_revision) and adds one. There is no unique index over
-- the key; the merge, one at a time, keeps it unique and the load stays fast.
create table observation (
  slice_id       integer  not null,
  classification text     not null,
  year           smallint not null,
  product        text     not null,
  partner        text     not null,
  value_usd      numeric  not null,
  net_weight_kg  numeric,
  quantity       numeric,
  quantity_unit  text,
  valuation      text,
  estimated      boolean  not null,
  from_revision  bigint   not null,
  to_revision    bigint
) partition by list (classification);

create table observation_hs partition of observation for values in ('HS') partition by range (year);
do $$
begin
  for y in 1988..2035 loop
    execute format('create table observation_hs_%s partition of observation_hs for values from (%s) to (%s)', y, y, y + 1);
  end loop;
end $$;
create table observation_hs_other partition of observation_hs default;
create table observation_national partition of observation default;
create index observation_cell on observation (slice_id, product, partner);
create index observation_by_revision on observation (from_revision);

create table trade_import (
  id              uuid        primary key,
  source          text        not null,
  format          text        not null,
  profile         text,
  status          text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
  baseline        boolean,
  backfill        boolean     not null,
  body_sha256     text        not null,
  rows_read       bigint      not null,
  rows_accepted   bigint      not null,
  rows_added      bigint      not null,
  rows_unchanged  bigint      not null,
  rows_revised    bigint      not null,
  rows_rejected   bigint      not null,
  rows_ignored    bigint      not null,
  unknown_columns text[]      not null,
  failure         text,
  attempts        integer     not null default 0,
  revision        bigint,
  received_at     timestamptz not null,
  completed_at    timestamptz
);
create index trade_import_running on trade_import (received_at) where status = 'RUNNING';
create index trade_import_by_source on trade_import (source) where revision is not null;

create table import_reject (
  import_id   uuid   not null references trade_import (id) on delete cascade,
  line        bigint not null,
  column_name text   not null,
  code        text   not null,
  reason      text   not null,
  value       text,
  primary key (import_id, line, column_name)
);

-- Logged, so that an accepted import survives a crash; emptied by the merge.
create table staged_observation (
  import_id      uuid     not null,
  line           bigint   not null,
  reporter       text     not null,
  flow           text     not null,
  classification text     not null,
  edition        text     not null,
  freq           text     not null,
  period         text     not null,
  year           smallint not null,
  product        text     not null,
  partner        text     not null,
  value_usd      numeric  not null,
  net_weight_kg  numeric,
  quantity       numeric,
  quantity_unit  text,
  valuation      text,
  estimated      boolean  not null
);
create index staged_observation_import on staged_observation (import_id);

create table watched_product (
  classification text not null,
  code           text not null,
  because        text not null,
  primary key (classification, code)
);
