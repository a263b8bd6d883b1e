-- Files of whole lists, made in the background; each is kept for a while, then deleted.
create table export_job (
  id           uuid        primary key,
  list_path    text        not null,
  query        jsonb       not null,
  requested_by text        not null,
  status       text        not null check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'EXPIRED')),
  rows_written bigint      not null,
  bytes        bigint      not null,
  failure      text,
  attempts     integer     not null,
  created_at   timestamptz not null,
  completed_at timestamptz,
  expires_at   timestamptz not null
);
create index export_job_open on export_job (created_at) where status in ('QUEUED', 'RUNNING');
create index export_job_newest on export_job (created_at, id);

-- In the database, so that every replica can hand a file out and a restart loses none.
create table export_chunk (
  job_id  uuid    not null references export_job (id) on delete cascade,
  ordinal integer not null,
  bytes   bytea   not null,
  primary key (job_id, ordinal)
);
alter table export_chunk alter column bytes set storage external;
