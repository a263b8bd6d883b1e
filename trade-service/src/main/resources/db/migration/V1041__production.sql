-- What each economy produces of a mineral, append-only: a change closes a row and adds one.
create table production (
  source        text    not null,
  mineral       text    not null,
  stage         text    not null check (stage in ('MINING', 'REFINING')),
  economy       text    not null,
  year          integer not null,
  basis         text    not null,
  tonnes        numeric check (tonnes >= 0),
  reason        text,
  from_revision bigint  not null,
  to_revision   bigint,
  check ((tonnes is null) = (reason is not null))
);
create unique index production_open on production (source, mineral, stage, economy, year, basis)
  where to_revision is null;
create index production_of on production (mineral, stage, year, economy);

-- The file of each source that was loaded last, so that a start loads a shipped file once.
create table production_load (
  source text primary key,
  sha256 text not null
);
