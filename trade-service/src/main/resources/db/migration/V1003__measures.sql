-- The register of trade measures, append-only: a change closes a row and adds one.
create table measure (
  row_id        bigint  generated always as identity primary key,
  id            text    not null,
  document      jsonb   not null,
  imposer       text    not null,
  kind          text    not null,
  handling      text    not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  from_revision bigint  not null,
  to_revision   bigint
);
create unique index measure_open on measure (id) where to_revision is null;
alter table measure enable row level security;
create policy clearance on measure using (cleared_for(handling)) with check (true);

create table exposure (
  measure_id    text    not null,
  importer      text    not null,
  document      jsonb   not null,
  handling      text    not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  from_revision bigint  not null,
  to_revision   bigint
);
create unique index exposure_open on exposure (measure_id, importer) where to_revision is null;
alter table exposure enable row level security;
create policy clearance on exposure using (cleared_for(handling)) with check (true);
