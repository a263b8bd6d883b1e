-- What each exporter reports of a product to all partners together; append-only.
create table export_total (
  slice_id       integer not null references slice (id),
  source         text    not null,
  reporter       text    not null,
  classification text    not null,
  edition        text    not null,
  freq           text    not null,
  period         text    not null,
  product        text    not null,
  value_usd      numeric not null,
  from_revision  bigint  not null,
  to_revision    bigint
);
create unique index export_total_open on export_total (slice_id, product) where to_revision is null;
create index export_total_by_product on export_total (classification, product, freq, period, reporter);

-- How concentrated the world's exports of a product are over exporters, with how many economies
-- report at all. mirrored_usd is what importers report of exporters that do not.
create table world_export (
  source          text    not null,
  classification  text    not null,
  product         text    not null,
  freq            text    not null,
  period          text    not null,
  basis           text    not null check (basis in ('REPORTED', 'MIRROR')),
  reporters       integer not null,
  exporters       integer not null,
  reported_usd    numeric not null,
  mirrored_usd    numeric not null,
  hhi             numeric,
  hhi_lower       numeric,
  hhi_upper       numeric,
  effective       numeric,
  top1_partner    text,
  top1_share      numeric,
  top1_usd        numeric,
  top3_share      numeric,
  coverage        numeric,
  from_revision   bigint  not null,
  to_revision     bigint
);
create unique index world_export_open on world_export (classification, product, freq, period, source)
  where to_revision is null;
create index world_export_by_product on world_export (classification, product, freq, period);
