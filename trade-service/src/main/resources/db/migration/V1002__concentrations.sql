-- Base values of an importer's suppliers of one product in one period; a change closes a row and
-- adds one. observed_revision is the revision of the observations that it was computed from.
create table concentration (
  slice_id            integer not null references slice (id),
  product             text    not null,
  hhi                 numeric,
  hhi_lower           numeric,
  hhi_upper           numeric,
  hhi_normalised      numeric,
  effective_suppliers numeric,
  top1_partner        text,
  top1_share          numeric,
  top1_share_of_world numeric,
  top3_share          numeric,
  suppliers           integer not null,
  coverage            numeric,
  total_usd           numeric not null,
  unallocated_usd     numeric not null,
  residual_usd        numeric not null,
  re_imports_usd      numeric not null,
  verdict             text,
  reason              text,
  observed_revision   bigint  not null,
  from_revision       bigint  not null,
  to_revision         bigint
);
create unique index concentration_open on concentration (slice_id, product) where to_revision is null;
create index concentration_cell on concentration (slice_id, product, from_revision);
