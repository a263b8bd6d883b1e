-- Every version of a scheme of sector baskets; a change closes a row and adds one.
create table sector_scheme (
  id            text        not null,
  version       integer     not null,
  document      jsonb       not null,
  published_by  text        not null,
  published_at  timestamptz not null,
  from_revision bigint      not null,
  to_revision   bigint,
  primary key (id, version)
);
create unique index sector_scheme_open on sector_scheme (id) where to_revision is null;
