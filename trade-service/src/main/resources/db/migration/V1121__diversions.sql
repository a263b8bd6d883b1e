-- Triangles that were consistent with diversion, with what they came to last; append-only.
create table diversion (
  origin         text   not null,
  market         text   not null,
  classification text   not null,
  product        text   not null,
  hub            text   not null,
  document       jsonb  not null,
  from_revision  bigint not null,
  to_revision    bigint
);
create unique index diversion_open on diversion (origin, market, classification, product, hub)
  where to_revision is null;

-- Ends that were looked at once: what was found then told nobody.
create table diversion_watched (
  origin         text   not null,
  market         text   not null,
  classification text   not null,
  product        text   not null,
  from_revision  bigint not null,
  primary key (origin, market, classification, product)
);
